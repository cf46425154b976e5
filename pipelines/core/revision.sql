-- grain: one row per month of care and month of processing that changed what is known of it (revision triangle)
-- key: service_month, processing_month
-- why: receipts, points and yen are what the month of processing added (negative: took away). Their sum over all months
-- of processing is what core.receipt holds.
with states as (select * from core.receipt_version where holds_until is null or holds_until > holds_from),

entries as (
  select service_month, holds_from as processing_month, 1 as receipts, points, yen, meal_yen
  from states
  union all
  select service_month, holds_until, -1, -points, -yen, -meal_yen
  from states
  where holds_until is not null
),

summed as (
  select
    service_month,
    processing_month,
    cast(sum(receipts) as bigint) as receipts,
    cast(sum(points) as bigint) as points,
    cast(sum(yen) as bigint) as yen,
    cast(sum(meal_yen) as bigint) as meal_yen
  from entries
  group by service_month, processing_month
  having sum(receipts) <> 0 or sum(points) <> 0 or sum(yen) <> 0 or sum(meal_yen) <> 0
)

select * from summed
