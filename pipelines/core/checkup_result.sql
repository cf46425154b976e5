-- grain: one row per result of a checkup, every item
-- key: checkup_id, item_code
-- as: view
-- why: results of a row that continues a checkup of another file (core.checkup_part) are results of that checkup, of an item both files have
-- the one of the first. Such a row gives no day, so that only here is known by which option list (第3期, 第4期) its codes are meant.
with results as (select * from staging.checkup_result),

parts as (select part_id, checkup_id from core.checkup_part),

continuing as (select part_id from staging.checkup_part where not is_first),

days as (select checkup_id, examined_on from staging.checkup),

lists as (select code, system, former from reference.checkup_items),

own as (
  select
    results.checkup_id,
    results.item_code,
    results.state,
    results."number",
    results.choice,
    results.choice_system,
    results."text",
    results.unit,
    results.flag,
    results."position"
  from results
  left join continuing on results.checkup_id = continuing.part_id
  where continuing.part_id is null
),

continued as (
  select
    parts.checkup_id,
    results.item_code,
    results.state,
    results."number",
    results.choice,
    case
      when results.choice is null or results.choice_system is not null then results.choice_system
      when days.examined_on < date '2024-04-01' and lists.former is not null then text_part(lists.former, 1, 4)
      else lists.system
    end as choice_system,
    results."text",
    results.unit,
    results.flag,
    results."position"
  from results
  inner join parts on results.checkup_id = parts.part_id
  inner join days on parts.checkup_id = days.checkup_id
  left join lists on results.item_code = lists.code
  left join own on parts.checkup_id = own.checkup_id and results.item_code = own.item_code
  where own.checkup_id is null
  qualify row_number() over (partition by parts.checkup_id, results.item_code order by parts.part_id) = 1
),

together as (
  select * from own
  union all
  select * from continued
)

select * from together
