-- grain: one row per result of a checkup, every item
-- key: checkup_id, item_code
-- as: view
-- why: results of a row that continues a checkup of another file (core.checkup_part) are results of that checkup, of an item both files have
-- the one of the first.
with results as (select * from staging.checkup_result),

parts as (select part_id, checkup_id from core.checkup_part),

own as (
  select results.*
  from results
  left join parts on results.checkup_id = parts.part_id
  where parts.part_id is null
),

continued as (
  select parts.checkup_id, results.* exclude (checkup_id)
  from results
  inner join parts on results.checkup_id = parts.part_id
  left join own on parts.checkup_id = own.checkup_id and results.item_code = own.item_code
  where parts.checkup_id is not null and own.checkup_id is null
  qualify row_number() over (partition by parts.checkup_id, results.item_code order by parts.part_id) = 1
),

together as (
  select * from own
  union all
  select * from continued
)

select * from together
