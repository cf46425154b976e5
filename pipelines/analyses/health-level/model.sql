-- grain: one row per assessed person (評価対象者) and complete fiscal year, with what the society leads to expect
-- key: person_id, fiscal_year
-- why: expected (期待値, 間接法) is the society's share of the person's stratum, in hundredths of a person so that a stratum
-- adds up to what it has. A stratum is a sex and five years of age; where fewer than 30 are due it is joined
-- with the next younger age that has them, else with the youngest that has.
with assessed as (select * from core.assessed_member),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    unit,
    sex,
    least(whole_part(age, 5), 14) as fives,
    if(is_due, 1, 0) as is_due
  from assessed
),

ages as (
  select
    fiscal_year,
    sex,
    fives,
    if(sum(is_due) >= 30, fives, null) as enough_fives
  from people
  group by fiscal_year, sex, fives
),

joined as (
  select
    fiscal_year,
    sex,
    fives,
    coalesce(
      max(enough_fives) over (
        partition by fiscal_year, sex order by fives rows between unbounded preceding and current row
      ),
      min(enough_fives) over (partition by fiscal_year, sex),
      0
    ) as joint_fives
  from ages
),

placed as (
  select
    people.*,
    people.sex || ' ' || cast(joined.joint_fives * 5 as varchar) as stratum
  from people
  inner join joined
    on people.fiscal_year = joined.fiscal_year
    and people.sex = joined.sex
    and people.fives = joined.fives
),

summed as (
  select
    *,
    cast(sum(is_due) over (partition by fiscal_year, stratum) * 100 as bigint) as total,
    count(*) over (partition by fiscal_year, stratum) as persons,
    row_number() over (partition by fiscal_year, stratum order by unit, person_id) as place
  from placed
),

shared as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    unit,
    stratum,
    1 as assessed,
    is_due * 100 as observed,
    whole_part(total * place, persons) - whole_part(total * (place - 1), persons) as expected
  from summed
)

select * from shared
