-- grain: one row per person, fiscal year and indicator of change (reference.checkup_indicator) whose base the person is in
-- key: checkup_id, indicator
-- as: view
-- why: each indicator is one line here: who is its base, and who counts. The list says its source and how certain it is.
with pairs as (select * from core.checkup_pair),

indicators as (select code as indicator from reference.checkup_indicator),

judged as (
  select
    indicators.indicator,
    pairs.checkup_id,
    pairs.person_id,
    pairs.household_id,
    pairs.employer_id,
    pairs.fiscal_year,
    pairs.unit,
    pairs.relation,
    pairs.sex,
    pairs.age,
    case indicators.indicator
      when 'guidance-decrease' then pairs.was_guided and pairs.to_level <> 'undecidable'
      when 'obesity-resolved' then pairs.was_obese and pairs.is_obese is not null
      when 'metabolic-to-borderline' then pairs.from_metabolic = 'present' and pairs.to_metabolic <> 'undecidable'
      when 'metabolic-to-absent' then pairs.from_metabolic = 'present' and pairs.to_metabolic <> 'undecidable'
      when 'control-bp' then pairs.bp_was_diseased and pairs.bp_controlled is not null
      when 'control-glucose' then pairs.glucose_was_diseased and pairs.glucose_controlled is not null
      when 'control-lipid' then pairs.lipid_was_diseased and pairs.lipid_controlled is not null
    end as is_base,
    case indicators.indicator
      when 'guidance-decrease' then pairs.to_level in ('information', 'excluded')
      when 'obesity-resolved' then not pairs.is_obese
      when 'metabolic-to-borderline' then pairs.to_metabolic = 'borderline'
      when 'metabolic-to-absent' then pairs.to_metabolic = 'absent'
      when 'control-bp' then pairs.bp_controlled
      when 'control-glucose' then pairs.glucose_controlled
      when 'control-lipid' then pairs.lipid_controlled
    end as is_counted
  from pairs
  cross join indicators
),

based as (
  select * exclude (is_base) from judged where is_base
)

select * from based
