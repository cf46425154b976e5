-- ja: 1件のレセプトの版は重ならず、いま有効な版は多くても1つ
-- en: Versions of a receipt never hold at the same time, and at most one holds now
with states as (select * from core.receipt_version where holds_until is null or holds_until > holds_from),

ordered as (
  select
    case_id,
    holds_from,
    lag(holds_until) over (partition by case_id order by holds_from) as until_before,
    lag(case_id) over (partition by case_id order by holds_from) is not null as has_before
  from states
),

counted as (
  select
    count(*) filter (where has_before and (until_before is null or until_before > holds_from)) as failing,
    count(*) as checked
  from ordered
)

select * from counted
