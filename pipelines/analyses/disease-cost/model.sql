-- grain: one row per person, complete fiscal year and disease class with at least one receipt
-- key: person_id, fiscal_year, disease
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

receipts as (select * from core.receipt where is_linked),

diseases as (select * from core.receipt_disease),

care as (
  select
    receipts.person_id,
    receipts.fiscal_year,
    diseases.disease,
    cast(count(*) as bigint) as receipts,
    cast(sum(receipts.yen) as bigint) as yen
  from receipts
  inner join diseases on receipts.receipt_id = diseases.receipt_id
  group by receipts.person_id, receipts.fiscal_year, diseases.disease
),

costs as (
  select
    member_years.person_id,
    member_years.household_id,
    member_years.employer_id,
    member_years.fiscal_year,
    care.disease,
    member_years.sex,
    member_years.age_group,
    care.receipts,
    care.yen
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
  inner join care
    on member_years.person_id = care.person_id and member_years.fiscal_year = care.fiscal_year
)

select * from costs
