-- grain: one row per row of a checkup CSV that continues a checkup of another file
-- key: part_id
-- why: the rows of a delivery belong together by their key (KEY1, KEY2). Senders number each delivery anew, so that a key counts only among
-- files taken in on one day, and only where exactly one row has it that can be continued; else checkup_id is null and the results stay out.
with parts as (select * from staging.checkup_part),

files as (select file_id, cast(ingested_at as date) as taken_in_on from raw.file),

dated as (
  select parts.*, files.taken_in_on
  from parts
  inner join files on parts.file_id = files.file_id
),

firsts as (
  select join_key, taken_in_on, min(part_id) as checkup_id
  from dated
  where is_first
  group by join_key, taken_in_on
  having count(*) = 1
),

continued as (
  select dated.part_id, dated.file_id, firsts.checkup_id, dated.records
  from dated
  left join firsts on dated.join_key = firsts.join_key and dated.taken_in_on = firsts.taken_in_on
  where not dated.is_first
)

select * from continued
