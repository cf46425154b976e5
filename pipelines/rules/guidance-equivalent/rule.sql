-- grain: one row per row of input.people
-- key: input_id
-- over: core.guidance_second_year
-- why: who was 積極的支援 two years running, completed guidance in the first and is better in the second may be given guidance
-- like 動機付け支援 (動機付け支援相当). An answer that is not known may be either: where both come to the same the level is given.
with people as (select * from input.people),

parameters as (select * from parameter.guidance_equivalent),

measured as (
  select
    people.input_id,
    people.support_level = 'intensive' and people.last_level = 'intensive' as is_intensive,
    people.last_completed,
    half_up(people.last_waist_cm - people.waist_cm, 1) as lost_cm,
    half_up(people.last_weight_kg - people.weight_kg, 1) as lost_kg,
    half_up(people.last_bmi, 1) as last_bmi,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    *,
    lost_cm >= lean_cm and lost_kg >= lean_kg as is_lean_loss,
    lost_cm >= obese_cm and lost_kg >= obese_kg as is_obese_loss,
    last_bmi >= obese_bmi as was_obese
  from measured
),

improved as (
  select
    *,
    case
      when was_obese then is_obese_loss
      when not was_obese then is_lean_loss
      when is_obese_loss then true
      when not is_lean_loss then false
    end as is_better
  from compared
),

levelled as (
  select
    *,
    case
      when coalesce(is_intensive, true) and coalesce(last_completed, true) and coalesce(is_better, true)
        then if(is_intensive and last_completed and is_better, 'equivalent', 'undecidable')
      else 'full'
    end as level
  from improved
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    lost_cm,
    lost_kg,
    trim(
      case when not is_intensive then 'not_intensive ' when is_intensive is null and level = 'undecidable' then 'missing_level ' else '' end
      || if(not last_completed, 'not_completed ', '')
      || if(level = 'equivalent' and is_obese_loss and coalesce(was_obese, true), 'obese_loss ', '')
      || if(level = 'equivalent' and not coalesce(was_obese, true), 'lean_loss ', '')
      || if(not is_better, 'no_loss ', '')
      || if(level = 'undecidable' and last_completed is null, 'missing_completion ', '')
      || if(level = 'undecidable' and is_better is null, if(lost_cm is null or lost_kg is null, 'missing_loss ', 'missing_bmi '), '')
    ) as reasons
  from levelled
)

select * from answered
