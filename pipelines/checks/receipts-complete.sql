-- ja: 取り込んだレセプトはすべて core にあり、件数と点数が一致する
-- en: Every receipt taken in is in core, with the same count and points
with came as (select count(*) as receipts, coalesce(sum(decided_points), 0) as points from raw.receipt),

stayed as (select count(*) as receipts, coalesce(sum(points), 0) as points from core.receipt),

linked as (
  select count(*) as receipts
  from core.receipt
  where is_linked = (unlinked_reason is null)
),

counted as (
  select
    if(
      came.receipts = stayed.receipts and came.points = stayed.points and linked.receipts = stayed.receipts, 0, 1
    ) as failing,
    came.receipts as checked
  from came
  cross join stayed
  cross join linked
)

select * from counted
