-- grain: one row: what a run must account for
-- key: items
-- why: taken from the receipts alone, so that a fault of the selection cannot hide in its own sum.
with run as (select * from input.run),

receipts as (select * from core.receipt),

counted as (
  select
    count(*) as items,
    coalesce(sum(receipts.yen), 0) as yen,
    coalesce(sum(receipts.meal_yen), 0) as meal_yen
  from receipts
  inner join run on receipts.service_month between run.first_month and run.last_month
)

select * from counted
