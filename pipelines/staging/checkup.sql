-- grain: one row per checkup document (健診結果) taken in and confirmed (確定)
-- key: checkup_id
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.checkup where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, checkup_seq) as checkup_id,
    file_id,
    form,
    layout,
    provenance,
    report_code,
    key_branch,
    key_name,
    key_base,
    sex,
    institution,
    program,
    examined_on,
    age_on_day,
    records
  from source
)

select * from renamed
