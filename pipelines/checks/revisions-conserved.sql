-- ja: 診療月ごとに、処理月の増減の合計は、いまのレセプトの件数・点数・金額と一致する
-- en: Per month of care the changes of all months of processing add up to the receipts, points and yen that hold now
with revised as (
  select
    service_month,
    sum(receipts) as receipts,
    sum(points) as points,
    sum(yen) as yen,
    sum(meal_yen) as meal_yen
  from core.revision
  group by service_month
),

held as (
  select
    service_month,
    count(*) as receipts,
    sum(points) as points,
    sum(yen) as yen,
    sum(meal_yen) as meal_yen
  from core.receipt
  group by service_month
),

months as (
  select service_month from revised
  union
  select service_month from held
),

compared as (
  select
    coalesce(revised.receipts, 0) = coalesce(held.receipts, 0)
    and coalesce(revised.points, 0) = coalesce(held.points, 0)
    and coalesce(revised.yen, 0) = coalesce(held.yen, 0)
    and coalesce(revised.meal_yen, 0) = coalesce(held.meal_yen, 0) as is_conserved
  from months
  left join revised on months.service_month = revised.service_month
  left join held on months.service_month = held.service_month
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
