-- ja: 特定健診の分子は分母の内数で、基準のある年度の40〜75歳の受診者は全員が対象者の表にいる
-- en: The numerator of the checkup rate is part of its denominator, and everyone of 40 to 75 examined in a year the rule knows is in the table of targets
with targets as (select * from core.checkup_target),

known as (
  select min(fiscal_year(holds_from)) as first_year from config.rule_set where "rule" = 'checkup-target'
),

examined as (
  select checkup_year.person_id, checkup_year.fiscal_year
  from core.checkup_year
  inner join known on checkup_year.fiscal_year >= known.first_year
  where checkup_year.age between 40 and 75
),

inconsistent as (
  select
    not (
      (in_denominator or not in_numerator) and (in_denominator or not is_assessed)
      and (is_target or not in_denominator) and (examined or not is_assessed)
      and (is_assessed or not in_numerator) and (exclusion is null or not is_target)
    ) as fails
  from targets
),

lost as (
  select targets.person_id is null as fails
  from examined
  left join targets
    on examined.person_id = targets.person_id and examined.fiscal_year = targets.fiscal_year
),

every_one as (
  select fails from inconsistent
  union all
  select fails from lost
),

counted as (
  select count(*) filter (where fails) as failing, count(*) as checked from every_one
)

select * from counted
