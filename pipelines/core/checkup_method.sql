-- grain: one row per checkup: the item codes of the values that may have been measured by another method a year later
-- key: checkup_id
-- why: an item code stands for one method. The code is that of the value core.checkup_value has: the best-ranked one.
with results as (select * from core.checkup_result where state = 'measured' and "number" is not null),

items as (
  select code, wide, cast("rank" as integer) as place
  from reference.checkup_items
  where wide in ('tg_fasting', 'tg_casual', 'hdl', 'ldl', 'fpg', 'hba1c', 'creatinine')
),

chosen as (
  select results.checkup_id, items.wide, results.item_code
  from results
  inner join items on results.item_code = items.code
  qualify row_number() over (
    partition by results.checkup_id, items.wide order by items.place, results.item_code
  ) = 1
),

methods as (
  select
    checkup_id,
    max(item_code) filter (where wide = 'tg_fasting') as tg_fasting,
    max(item_code) filter (where wide = 'tg_casual') as tg_casual,
    max(item_code) filter (where wide = 'hdl') as hdl,
    max(item_code) filter (where wide = 'ldl') as ldl,
    max(item_code) filter (where wide = 'fpg') as fpg,
    max(item_code) filter (where wide = 'hba1c') as hba1c,
    max(item_code) filter (where wide = 'creatinine') as creatinine
  from chosen
  group by checkup_id
)

select * from methods
