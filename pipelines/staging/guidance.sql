-- grain: one row per guidance document (保健指導結果) taken in and confirmed (確定)
-- key: guidance_id
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.guidance where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, guidance_seq) as guidance_id,
    file_id,
    form,
    layout,
    provenance,
    key_branch,
    key_name,
    key_base,
    sex,
    event_on,
    age_on_day,
    institution,
    program,
    report_code,
    level_code,
    examined_on,
    records
  from source
)

select * from renamed
