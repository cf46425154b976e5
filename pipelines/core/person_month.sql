-- grain: one row per person and month in which the person is covered on the last day (加入者の人月)
-- key: person_id, month
-- as: view
with cover as (select * from core.cover_month),

person_months as (
  select person_id, household_id, employer_code, relation, month, fiscal_year
  from cover
  where is_member
)

select * from person_months
