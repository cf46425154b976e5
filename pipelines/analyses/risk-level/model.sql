-- grain: one row per person aged 40-74, complete fiscal year and risk, with what the society leads to expect
-- key: person_id, fiscal_year, risk
-- why: expected (期待値, 間接法) is the society's share at risk in the person's stratum, in hundredths of a person so that a
-- stratum adds up to what it has. A stratum is a risk, a sex and five years of age; where fewer than 30 are at risk it is
-- joined with the next younger age that has them, else with the youngest that has.
with risks as (select * from core.examined_risk),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    unit,
    risk,
    sex,
    least(whole_part(age, 5), 14) as fives,
    if(has_risk, 1, 0) as at_risk
  from risks
),

ages as (
  select fiscal_year, risk, sex, fives, if(sum(at_risk) >= 30, fives, null) as enough_fives
  from people
  group by fiscal_year, risk, sex, fives
),

joined as (
  select
    fiscal_year,
    risk,
    sex,
    fives,
    coalesce(
      max(enough_fives) over (
        partition by fiscal_year, risk, sex order by fives rows between unbounded preceding and current row
      ),
      min(enough_fives) over (partition by fiscal_year, risk, sex),
      0
    ) as joint_fives
  from ages
),

placed as (
  select people.*, people.risk || ' ' || people.sex || ' ' || cast(joined.joint_fives * 5 as varchar) as stratum
  from people
  inner join joined
    on people.fiscal_year = joined.fiscal_year
    and people.risk = joined.risk
    and people.sex = joined.sex
    and people.fives = joined.fives
),

summed as (
  select
    *,
    cast(sum(at_risk) over (partition by fiscal_year, stratum) * 100 as bigint) as total,
    count(*) over (partition by fiscal_year, stratum) as persons,
    row_number() over (partition by fiscal_year, stratum order by unit, person_id) as place
  from placed
),

shared as (
  select
    *,
    at_risk * 100 as observed,
    whole_part(total * place, persons) - whole_part(total * (place - 1), persons) as expected
  from summed
),

spread as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    unit,
    risk,
    stratum,
    if(risk = 'obesity', observed, 0) as obesity_observed,
    if(risk = 'obesity', expected, 0) as obesity_expected,
    if(risk = 'blood-pressure', observed, 0) as pressure_observed,
    if(risk = 'blood-pressure', expected, 0) as pressure_expected,
    if(risk = 'glucose', observed, 0) as glucose_observed,
    if(risk = 'glucose', expected, 0) as glucose_expected,
    if(risk = 'lipids', observed, 0) as lipids_observed,
    if(risk = 'lipids', expected, 0) as lipids_expected,
    if(risk = 'liver', observed, 0) as liver_observed,
    if(risk = 'liver', expected, 0) as liver_expected
  from shared
)

select * from spread
