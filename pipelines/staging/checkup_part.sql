-- grain: one row per row of a checkup CSV that has a key in common with rows of other files, confirmed (確定)
-- key: part_id
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.checkup_part where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, part_seq) as part_id,
    file_id,
    join_key,
    is_first,
    records
  from source
)

select * from renamed
