-- grain: one row per person, closed month and kind of care, and one per person and month of membership (no care)
-- key: person_id, month, care
-- why: months of membership have no kind of care: they stand at the total only.
with months as (select * from core.calendar where is_closed),

cover as (select * from core.cover_month),

employers as (select * from core.employer),

receipts as (select * from core.receipt where is_linked),

people as (
  select
    cover.person_id,
    cover.household_id,
    employers.employer_id,
    cover.month as first_day,
    months.month_code as month,
    cover.is_member
  from cover
  inner join months on cover.month = months.month
  inner join employers on cover.employer_code = employers.employer_code
),

care as (
  select
    person_id,
    service_month,
    care,
    cast(count(*) as bigint) as receipts,
    cast(sum(yen) as bigint) as yen
  from receipts
  group by person_id, service_month, care
),

cover_rows as (
  select
    person_id,
    household_id,
    employer_id,
    month,
    cast(null as varchar) as care,
    0 as receipts,
    0 as yen,
    1 as person_months
  from people
  where is_member
),

care_rows as (
  select
    people.person_id,
    people.household_id,
    people.employer_id,
    people.month,
    care.care,
    care.receipts,
    care.yen,
    0 as person_months
  from people
  inner join care on people.person_id = care.person_id and people.first_day = care.service_month
),

both_rows as (
  select * from cover_rows
  union all
  select * from care_rows
)

select * from both_rows
