-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: CKD重症度分類 (heat map of GFR and albuminuria). Values are rounded half up to the digits of the item first. eGFR is
-- computed where only creatinine is given. Albuminuria: of the diabetic the albumin, of others the protein, each per
-- creatinine; the other of both where that is missing; the strip (graded 1 - to 5 3+) where neither was measured. Where
-- one side is unknown the colour is given only if every value of it comes to the same.
with people as (select * from input.people),

parameters as (select * from parameter.ckd_stage),

measured as (
  select
    people.input_id,
    half_up(
      coalesce(people.egfr, egfr_from(people.creatinine, coalesce(people.age_on_day, people.age), people.sex)), 1
    ) as egfr,
    people.egfr is null as is_computed,
    people.age_on_day is null as is_year_end,
    half_up(people.acr, 1) as acr,
    half_up(people.pcr, 2) as pcr,
    people.urine_protein,
    coalesce(people.diabetes, false) as is_diabetic,
    people.sex is null or coalesce(people.age_on_day, people.age) is null as lacks_person,
    people.creatinine,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

graded as (
  select
    *,
    case
      when egfr >= min_g1 then 'G1'
      when egfr >= min_g2 then 'G2'
      when egfr >= min_g3a then 'G3a'
      when egfr >= min_g3b then 'G3b'
      when egfr >= min_g4 then 'G4'
      when egfr < min_g4 then 'G5'
    end as g,
    case when acr >= min_a3_acr then 'A3' when acr >= min_a2_acr then 'A2' when acr < min_a2_acr then 'A1' end as a_acr,
    case when pcr >= min_a3_pcr then 'A3' when pcr >= min_a2_pcr then 'A2' when pcr < min_a2_pcr then 'A1' end as a_pcr,
    case
      when urine_protein >= min_a3_strip then 'A3'
      when urine_protein >= min_a2_strip then 'A2'
      when urine_protein < min_a2_strip then 'A1'
    end as a_strip
  from measured
),

chosen as (
  select
    *,
    case
      when is_diabetic and acr is not null then 'acr'
      when pcr is not null then 'pcr'
      when acr is not null then 'acr'
      when urine_protein is not null then 'strip'
    end as a_by
  from graded
),

classed as (
  select
    *,
    case a_by when 'acr' then a_acr when 'pcr' then a_pcr when 'strip' then a_strip end as a
  from chosen
),

levelled as (
  select
    *,
    case
      when g = 'G4' or g = 'G5' then 'red'
      when g is null or a is null then 'undecidable'
      when g = 'G3b' then if(a = 'A1', 'orange', 'red')
      when g = 'G3a' then case a when 'A1' then 'yellow' when 'A2' then 'orange' else 'red' end
      else case a when 'A1' then 'green' when 'A2' then 'yellow' else 'orange' end
    end as level
  from classed
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    egfr,
    g,
    a,
    a_by,
    trim(
      case g
        when 'G1' then 'g1 ' when 'G2' then 'g2 ' when 'G3a' then 'g3a ' when 'G3b' then 'g3b '
        when 'G4' then 'g4 ' when 'G5' then 'g5 ' else ''
      end
      || if(egfr is not null and is_computed, 'egfr_computed ', '')
      || if(egfr is not null and is_computed and is_year_end, 'age_at_year_end ', '')
      || case a when 'A1' then 'a1 ' when 'A2' then 'a2 ' when 'A3' then 'a3 ' else '' end
      || if(a_by = 'strip', 'by_strip ', '')
      || case
        when egfr is not null then ''
        when creatinine is null then 'missing_creatinine '
        when lacks_person then 'missing_person '
        else 'not_adult '
      end
      || if(a is null, 'missing_urine ', '')
    ) as reasons
  from levelled
)

select * from answered
