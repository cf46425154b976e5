-- grain: one row per reason why somebody examined in the year is not reported
-- key: reason
-- why: with the assessed persons they are all who were examined, so that nobody is forgotten.
with run as (select * from input.run),

checkups as (select * from core.checkup_year),

targets as (select * from core.checkup_target),

examined as (
  select
    checkups.person_id,
    case targets.target_level
      when 'denominator' then 'not-judged'
      when 'target' then 'left-early'
      when 'outside' then 'joined-later'
      when 'excluded' then 'excluded'
      when 'undecidable' then 'unknown-cover'
      else 'other-age'
    end as reason
  from checkups
  inner join run on checkups.fiscal_year = run.fiscal_year
  left join targets
    on checkups.person_id = targets.person_id and checkups.fiscal_year = targets.fiscal_year
  where not coalesce(targets.is_assessed, false)
),

counted as (
  select reason, count(*) as persons
  from examined
  group by reason
)

select * from counted
