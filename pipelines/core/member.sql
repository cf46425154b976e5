-- grain: one row per person (加入者) of the newest ledger
-- key: person_id
with spans as (select * from core.eligibility_span),

latest as (
  select person_id, sex, age_month, household_id
  from spans
  qualify row_number() over (partition by person_id order by gained_on desc, span_id desc) = 1
)

select * from latest
