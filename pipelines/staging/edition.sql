-- grain: one row per file taken in, with the date its content describes
-- key: file_id
-- as: view
with source as (select * from raw.file),

renamed as (
  select
    file_id,
    kind,
    form,
    as_of,
    processing_month,
    records,
    receipts,
    points,
    yen
  from source
)

select * from renamed
