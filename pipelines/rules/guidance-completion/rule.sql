-- grain: one row per row of input.people: one course of guidance each
-- key: input_id
-- over: core.guidance_case
-- why: guidance is complete with the first interview and a final evaluation months later that has waist and weight; 積極的支援
-- needs points besides: early interview, process and outcome. The two results of waist and weight exclude each other. A
-- change that is not known may bring none or all: where both come to the same the level is given, else it is undecidable.
-- on_day is the day of the checkup.
with people as (select * from input.people),

parameters as (select * from parameter.guidance_completion),

dated as (
  select
    people.*,
    half_up(people.waist_cm - people.final_waist_cm, 1) as lost_cm,
    half_up(people.weight_kg - people.final_weight_kg, 1) as lost_kg,
    half_up(people.weight_kg * parameters.weight_share, 3) as share_lost,
    month_add(people.first_interview_on, parameters.min_months) as evaluated_from,
    if(parameters.split_counts_early, coalesce(people.first_part_on, people.first_interview_on), people.first_interview_on)
      - people.on_day as interview_days,
    people.support_level = 'intensive' as needs_points,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    *,
    case
      when large_points is null then 'none'
      when lost_cm is null or lost_kg is null then 'unknown'
      when lost_cm >= large_cm and lost_kg >= large_kg then 'large'
      when lost_cm >= share_lost and lost_kg >= share_lost then 'share'
      when lost_cm >= small_cm and lost_kg >= small_kg then 'small'
      else 'none'
    end as loss,
    coalesce(evaluated_on >= evaluated_from, false) as is_late_enough,
    final_waist_cm is not null and final_weight_kg is not null as has_values
  from dated
),

scored as (
  select
    *,
    case
      when loss = 'large' or loss = 'share' then 2
      when loss = 'small' then 1
      when loss = 'none' then 0
      else said_waist_weight
    end as waist_weight,
    case when interview_days = 0 then 'same-day' when interview_days between 1 and week_days then 'within-week' else 'none' end
      as early,
    case
      when interview_days = 0 then coalesce(same_day_points, 0)
      when interview_days between 1 and week_days then coalesce(week_points, 0)
      else 0
    end as early_points,
    if(coalesce(diet, false), coalesce(habit_points, 0), 0)
      + if(coalesce(exercise, false), coalesce(habit_points, 0), 0)
      + if(coalesce(rest, false), coalesce(habit_points, 0), 0)
      + if(coalesce(other_habit, false), coalesce(habit_points, 0), 0)
      + if(coalesce(smoking_stopped, false), coalesce(smoking_points, 0), 0) as habits_points,
    is_late_enough and (has_values or not needs_values) as is_evaluated,
    coalesce(evaluated_on is null and attempts >= min_attempts, false) as is_unreachable
  from compared
),

summed as (
  select
    *,
    habits_points + case waist_weight when 2 then large_points when 1 then small_points else 0 end as outcome_points,
    if(waist_weight is null and not is_unreachable, large_points, 0) as open_points,
    coalesce(process_points, 0) as given_points
  from scored
),

totalled as (
  select
    *,
    early_points + given_points + outcome_points as total_points,
    first_interview_on is not null and (is_evaluated or is_unreachable) as is_held
  from summed
),

levelled as (
  select
    *,
    case
      when is_held and not coalesce(stopped, false) and (not needs_points or total_points >= min_points) then 'completed'
      when drug_started then 'excluded'
      when stopped then 'dropped'
      when needs_points is null or (is_held and total_points + open_points >= min_points) then 'undecidable'
      else 'incomplete'
    end as level
  from totalled
),

answered as (
  select
    input_id,
    level,
    case level when 'excluded' then 'medicine' when 'undecidable' then 'missing' end as cause,
    version,
    is_evaluated,
    is_unreachable,
    early,
    waist_weight,
    lost_cm,
    lost_kg,
    if(needs_points, cast(early_points as integer), null) as early_points,
    if(needs_points, cast(given_points as integer), null) as process_points,
    if(needs_points, cast(outcome_points as integer), null) as outcome_points,
    if(needs_points, cast(total_points as integer), null) as points,
    if(needs_points, min_points, null) as points_needed,
    trim(
      if(drug_started and level = 'excluded', 'drug_started ', '')
      || if(stopped, 'stopped ', '')
      || if(first_interview_on is null, 'no_first_interview ', '')
      || case
        when is_evaluated then 'evaluated '
        when is_unreachable then 'unreachable '
        when evaluated_on is null then 'no_evaluation '
        when first_interview_on is null then ''
        when not is_late_enough then 'evaluated_early '
        else 'no_final_values '
      end
      || if(support_level is null, 'missing_level ', '')
      || if(needs_points and early_points > 0, if(early = 'same-day', 'same_day ', 'within_week '), '')
      || if(needs_points and given_points > 0, 'process ', '')
      || if(needs_points and loss = 'large', 'large_loss ', '')
      || if(needs_points and loss = 'share', 'share_loss ', '')
      || if(needs_points and loss = 'small', 'small_loss ', '')
      || if(needs_points and loss = 'unknown' and waist_weight is not null, 'said_loss ', '')
      || if(needs_points and diet and habit_points > 0, 'diet ', '')
      || if(needs_points and exercise and habit_points > 0, 'exercise ', '')
      || if(needs_points and rest and habit_points > 0, 'rest ', '')
      || if(needs_points and other_habit and habit_points > 0, 'other_habit ', '')
      || if(needs_points and smoking_stopped and smoking_points > 0, 'smoking_stopped ', '')
      || if(needs_points and is_held and total_points < min_points, if(level = 'undecidable', 'missing_loss ', 'points_short '), '')
    ) as reasons
  from levelled
)

select * from answered
