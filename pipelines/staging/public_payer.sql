-- grain: one row per public programme (公費) of a receipt, in order of priority
-- key: receipt_id, ordinal
-- as: view
with source as (select * from raw.public_payer),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    ordinal,
    program,
    days,
    points,
    share_yen
  from source
)

select * from renamed
