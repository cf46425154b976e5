-- grain: one row per row of a checkup CSV that continues a checkup of another file, and per checkup it continues
-- key: part_id, checkup_id
-- why: the rows of a delivery belong together by their key (KEY1, KEY2). Senders number each delivery anew, so that a key counts only among
-- files taken in on one day, and only where all checkups that have it are one person's (a file may come corrected); else checkup_id is null
-- and the results stay out.
with parts as (select * from staging.checkup_part),

files as (select file_id, cast(ingested_at as date) as taken_in_on from raw.file),

checkups as (select checkup_id, key_base from staging.checkup),

dated as (
  select parts.part_id, parts.file_id, parts.join_key, parts.is_first, files.taken_in_on
  from parts
  inner join files on parts.file_id = files.file_id
),

firsts as (
  select dated.join_key, dated.taken_in_on, checkups.checkup_id, checkups.key_base
  from dated
  inner join checkups on dated.part_id = checkups.checkup_id
  where dated.is_first
),

one_person as (
  select join_key, taken_in_on
  from firsts
  group by join_key, taken_in_on
  having count(distinct key_base) = 1
),

owners as (
  select firsts.join_key, firsts.taken_in_on, firsts.checkup_id
  from firsts
  inner join one_person on firsts.join_key = one_person.join_key and firsts.taken_in_on = one_person.taken_in_on
),

continued as (
  select dated.part_id, dated.file_id, owners.checkup_id
  from dated
  left join owners on dated.join_key = owners.join_key and dated.taken_in_on = owners.taken_in_on
  where not dated.is_first
)

select * from continued
