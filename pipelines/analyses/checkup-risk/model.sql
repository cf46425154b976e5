-- grain: one row per person aged 40-74, complete fiscal year and risk for which the checkup of the year has the values
-- key: person_id, fiscal_year, risk
with risks as (select * from core.examined_risk),

flagged as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    risk,
    unit,
    sex,
    1 as base,
    if(has_risk, 1, 0) as at_risk
  from risks
)

select * from flagged
