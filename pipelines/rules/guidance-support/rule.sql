-- grain: one row per row of input.people: one support (支援) each
-- key: input_id
-- over: core.guidance_support
-- why: process points of continued support. A support below the least minutes of its form brings none. In the third period
-- points grow with each full unit of minutes up to a limit, in the fourth they are for the support as a whole. on_day is
-- the day of the checkup that the guidance follows.
with people as (select * from input.people),

parameters as (select * from parameter.guidance_support),

limited as (
  select
    people.input_id,
    people.form,
    if(people.form = 'mail', null, people.minutes) as held_minutes,
    parameters.version,
    case people.form
      when 'individual' then parameters.individual_min_minutes
      when 'group' then parameters.group_min_minutes
      when 'telephone' then parameters.telephone_min_minutes
    end as min_minutes,
    case people.form
      when 'individual' then parameters.individual_unit_minutes
      when 'group' then parameters.group_unit_minutes
      when 'telephone' then parameters.telephone_unit_minutes
    end as unit_minutes,
    case people.form
      when 'individual' then parameters.individual_points
      when 'group' then parameters.group_points
      when 'telephone' then parameters.telephone_points
      when 'mail' then parameters.mail_points
    end as unit_points,
    case people.form
      when 'individual' then parameters.individual_max_points
      when 'group' then parameters.group_max_points
      when 'telephone' then parameters.telephone_max_points
    end as max_points
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

levelled as (
  select
    *,
    case
      when unit_points is null then 'undecidable'
      when form = 'mail' then 'counted'
      when held_minutes is null then 'undecidable'
      when held_minutes < min_minutes then 'short'
      else 'counted'
    end as level,
    if(unit_minutes is null, unit_points, whole_part(held_minutes, unit_minutes) * unit_points) as full_points
  from limited
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    case level when 'counted' then cast(least(full_points, coalesce(max_points, full_points)) as integer) when 'short' then 0 end
      as points,
    trim(
      coalesce(if(unit_points is null, 'missing_form ', form || ' '), '')
      || if(level = 'short', 'too_short ', '')
      || if(level = 'counted' and coalesce(full_points >= max_points, false), 'at_most ', '')
      || if(level = 'undecidable' and unit_points is not null, 'missing_minutes ', '')
    ) as reasons
  from levelled
)

select * from answered
