-- grain: one row per checkup document (健診結果) taken in
-- key: checkup_id
-- as: view
with source as (select * from raw.checkup),

renamed as (
  select
    row_id(file_id, checkup_seq) as checkup_id,
    file_id,
    key_branch,
    key_name,
    key_base,
    institution,
    program,
    examined_on,
    age_on_day,
    records
  from source
)

select * from renamed
