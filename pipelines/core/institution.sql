-- grain: one row per institution (医療機関・薬局) that issued a receipt or a prescription
-- key: institution
-- why: the key is prefecture (2 digits), fee table (1: 1 medical, 3 dental, 4 pharmacy, 6 home nursing, T a place of
-- treatment of 療養費) and institution. Its name is the one of its newest claim; it is null where no receipt names it.
with receipts as (select * from core.receipt),

names as (select * from staging.institution),

seen as (
  select institution, service_month from receipts where institution is not null
  union all
  select prescriber as institution, service_month from receipts where prescriber is not null
),

newest as (
  select institution, name
  from names
  qualify row_number() over (
    partition by institution order by claim_month desc nulls last, file_id desc
  ) = 1
),

institutions as (
  select
    seen.institution,
    newest.name,
    text_part(seen.institution, 1, 2) as prefecture,
    text_part(seen.institution, 3, 1) as fee_table,
    min(seen.service_month) as first_month,
    max(seen.service_month) as last_month
  from seen
  left join newest on seen.institution = newest.institution
  group by seen.institution, newest.name
)

select * from institutions
