-- grain: one row per coding row (コーディングデータ, CD) of a DPC receipt
-- key: receipt_id, line
-- as: view
with source as (select * from raw.coding),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    line,
    performed_on,
    cast(section as varchar) as section,
    code,
    quantity,
    coalesce("count", 1) as times
  from source
)

select * from renamed
