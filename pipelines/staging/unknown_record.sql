-- grain: one row per line of a receipt file whose record is not read
-- key: file_id, line
-- as: view
with source as (select * from raw.unknown_record),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    file_id,
    line,
    record
  from source
)

select * from renamed
