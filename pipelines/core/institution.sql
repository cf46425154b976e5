-- grain: one row per institution (医療機関・薬局) that issued a receipt or a prescription
-- key: institution
-- why: the ten digits are prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy) and institution (7).
with receipts as (select * from core.receipt),

named as (
  select institution, service_month from receipts where institution is not null
  union all
  select prescriber as institution, service_month from receipts where prescriber is not null
),

institutions as (
  select
    institution,
    text_part(institution, 1, 2) as prefecture,
    text_part(institution, 3, 1) as fee_table,
    min(service_month) as first_month,
    max(service_month) as last_month
  from named
  group by institution
)

select * from institutions
