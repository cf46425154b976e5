-- grain: one row per person due for health guidance (特定保健指導の対象者) and complete fiscal year of the checkup
-- key: person_id, fiscal_year
with due as (select * from core.assessed_member where is_due),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    level,
    1 as due,
    if(first_interview_on is null, 0, 1) as interviewed,
    if(is_completed, 1, 0) as completed
  from due
)

select * from people
