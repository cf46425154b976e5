-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_required
-- why: whether a checkup has every required item (特定健診の必須項目). The waist may be left out of the slim, the urine
-- tests for a reason of the examined person that is on record (生理中, 排尿障害).
with people as (select * from input.people),

parameters as (select * from parameter.required_items),

dated as (
  select
    people.input_id,
    people.lacks_waist, people.lacks_urine_sugar, people.lacks_urine_protein, people.lacks_other,
    parameters.version,
    coalesce(half_up(people.bmi, 1) < parameters.omit_waist_below_bmi, false) as may_omit_waist,
    coalesce(people.not_performed_reason between 1 and parameters.last_urine_reason, false) as may_omit_urine
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

answered_items as (
  select
    *,
    lacks_waist and not may_omit_waist as waist_missing,
    lacks_urine_sugar and not may_omit_urine as urine_sugar_missing,
    lacks_urine_protein and not may_omit_urine as urine_protein_missing,
    lacks_other as other_missing,
    lacks_waist and may_omit_waist as waist_omitted,
    (lacks_urine_sugar or lacks_urine_protein) and may_omit_urine as urine_omitted
  from dated
),

summed as (
  select
    *,
    waist_missing or urine_sugar_missing or urine_protein_missing or other_missing as any_missing
  from answered_items
),

levelled as (
  select
    *,
    case
      when any_missing then 'incomplete'
      when any_missing is null then 'undecidable'
      when waist_omitted or urine_omitted then 'omitted'
      else 'complete'
    end as level
  from summed
),

answered as (
  select
    input_id,
    level,
    case level when 'incomplete' then 'missing' when 'undecidable' then 'unknown' end as cause,
    version,
    waist_missing,
    urine_sugar_missing,
    urine_protein_missing,
    other_missing,
    waist_omitted,
    urine_omitted,
    trim(
      if(waist_omitted, 'waist_omitted ', '')
      || if(urine_omitted, 'urine_omitted ', '')
      || if(waist_missing, 'waist_missing ', '')
      || if(urine_sugar_missing, 'urine_sugar_missing ', '')
      || if(urine_protein_missing, 'urine_protein_missing ', '')
      || if(other_missing, 'other_missing ', '')
      || if(level = 'complete', 'all_present ', '')
      || if(level = 'undecidable', 'items_unknown ', '')
    ) as reasons
  from levelled
)

select * from answered
