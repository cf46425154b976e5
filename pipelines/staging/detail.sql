-- grain: one row per procedure, drug, material, comment or fee of a receipt
-- key: receipt_id, line, code
-- as: view
with source as (select * from raw.detail),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    line,
    cast(record as varchar) as record,
    unit_seq,
    cast(section as varchar) as section,
    cast(burden as varchar) as burden,
    code,
    days_mask,
    quantity,
    points,
    coalesce("count", 1) as times,
    price_milliyen,
    yen
  from source
)

select * from renamed
