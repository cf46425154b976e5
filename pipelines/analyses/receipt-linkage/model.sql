-- grain: one row per person or stand-in, complete fiscal year and side of the link with at least one receipt
-- key: person_id, fiscal_year, link
-- why: stand-ins for unknown people are households of their own and have no employer.
with years as (select * from core.fiscal_year where is_complete),

receipts as (select * from core.receipt),

unlinked_receipts as (select * from core.unlinked_receipt),

members as (select * from core.member),

member_years as (select * from core.member_year),

sides as (
  select
    coalesce(unlinked_receipts.person_id, receipts.person_id) as person_id,
    receipts.fiscal_year,
    if(receipts.is_linked, 'linked', 'unlinked') as link,
    receipts.yen
  from receipts
  inner join years on receipts.fiscal_year = years.fiscal_year
  left join unlinked_receipts on receipts.receipt_id = unlinked_receipts.receipt_id
),

care as (
  select
    person_id,
    fiscal_year,
    link,
    cast(count(*) as bigint) as receipts,
    cast(sum(yen) as bigint) as yen
  from sides
  group by person_id, fiscal_year, link
),

described as (
  select
    care.person_id,
    coalesce(member_years.household_id, members.household_id, care.person_id) as household_id,
    member_years.employer_id,
    care.fiscal_year,
    care.link,
    care.receipts,
    care.yen
  from care
  left join members on care.person_id = members.person_id
  left join member_years
    on care.person_id = member_years.person_id and care.fiscal_year = member_years.fiscal_year
)

select * from described
