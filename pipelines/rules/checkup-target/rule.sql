-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_candidate
-- why: target population of 特定健診 and its counting in the rate, for a fiscal year told by a day of it. Whoever is enrolled
-- on 1 April and reaches 40 to 75 in the year is a target unless excluded; the denominator has those of them enrolled all
-- year who are not yet 75 at its end. The numerator needs every required item; assessed is also whoever can be classed
-- (階層化) in spite of missing ones.
with people as (select * from input.people),

parameters as (select * from parameter.checkup_target),

dated as (
  select
    people.input_id, people.age, people.exclusion,
    people.enrolled_first_day, people.enrolled_whole_year,
    coalesce(people.is_examined, false) as is_examined,
    coalesce(people.has_required_items, false) as has_required_items,
    coalesce(people.is_classified, false) as is_classified,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

levelled as (
  select
    *,
    case
      when age < age_from or age > age_turning then 'outside'
      when not enrolled_first_day then 'outside'
      when age is null or (enrolled_first_day is null and coalesce(not enrolled_whole_year, true)) then 'undecidable'
      when exclusion is not null then 'excluded'
      when age > age_to then 'target'
      when enrolled_whole_year then 'denominator'
      when not enrolled_whole_year then 'target'
      else 'undecidable'
    end as level
  from dated
),

counted as (
  select
    *,
    level = 'target' or level = 'denominator' as is_target,
    level = 'denominator' as in_denominator,
    level = 'denominator' and is_examined and has_required_items as in_numerator,
    level = 'denominator' and is_examined
      and (has_required_items or (is_classified and not assessed_needs_all_items)) as is_assessed
  from levelled
),

answered as (
  select
    input_id,
    level,
    case level when 'undecidable' then 'missing' when 'outside' then 'outside' when 'excluded' then 'exclusion' end
      as cause,
    version,
    is_target,
    in_denominator,
    in_numerator,
    is_assessed,
    trim(
      if(age < age_from or age > age_turning, 'age_outside ', '')
      || if(not enrolled_first_day, 'joined_later ', '')
      || if(level = 'excluded', 'exclusion_' || exclusion || ' ', '')
      || if(level = 'target' and age > age_to, 'turns_75 ', '')
      || if(level = 'target' and not enrolled_whole_year, 'left_early ', '')
      || if(level = 'denominator', 'whole_year ', '')
      || if(level = 'denominator' and not is_examined, 'not_examined ', '')
      || if(level = 'denominator' and is_examined, if(has_required_items, 'all_items ', 'items_missing '), '')
      || if(is_assessed and not has_required_items, 'classified ', '')
      || if(level = 'undecidable' and age is null, 'missing_age ', '')
      || if(level = 'undecidable' and age is not null, 'missing_enrolment ', '')
    ) as reasons
  from counted
)

select * from answered
