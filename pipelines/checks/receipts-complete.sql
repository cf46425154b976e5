-- ja: 取り込んだ版はすべて、いまのレセプトか、置き換え・返戻・取り下げの版のどちらかで、件数・点数・金額が一致する
-- en: Every version taken in either holds now or was superseded, returned or withdrawn; receipts, points and yen agree
with came as (
  select
    count(*) as receipts,
    coalesce(sum(decided_points), 0) as points,
    coalesce(sum(coalesce(decided_points, 0) * 10 + coalesce(decided_yen, 0) + coalesce(meal_yen, 0)), 0) as yen
  from raw.receipt
),

versions as (
  select
    receipt_id,
    max(if(holds_until is null, 1, 0)) as holds,
    max(if(step = 0, points, null)) as came_points,
    max(if(step = 0, yen + meal_yen, null)) as came_yen,
    max(if(holds_until is null, points, null)) as points,
    max(if(holds_until is null, yen + meal_yen, null)) as yen
  from core.receipt_version
  group by receipt_id
),

current_receipts as (
  select
    count(*) as receipts,
    coalesce(sum(points), 0) as points,
    coalesce(sum(yen + meal_yen), 0) as yen
  from core.receipt
  where is_linked = (unlinked_reason is null)
),

ended as (
  select
    count(*) as receipts,
    coalesce(sum(came_points), 0) as points,
    coalesce(sum(came_yen), 0) as yen
  from versions
  where holds = 0
),

reexamined as (
  select coalesce(sum(points - came_points), 0) as points, coalesce(sum(yen - came_yen), 0) as yen
  from versions
  where holds = 1
),

counted as (
  select
    if(
      came.receipts = current_receipts.receipts + ended.receipts
      and came.points = current_receipts.points - reexamined.points + ended.points
      and came.yen = current_receipts.yen - reexamined.yen + ended.yen,
      0,
      1
    ) as failing,
    came.receipts as checked
  from came
  cross join current_receipts
  cross join ended
  cross join reexamined
)

select * from counted
