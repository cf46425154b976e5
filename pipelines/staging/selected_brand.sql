-- grain: one row per brand under selected care (長期収載品の選定療養) and edition of its list
-- key: file_id, price_code
-- as: view
with source as (select * from raw.selected_brand),

renamed as (
  select
    file_id,
    price_code,
    name,
    price_milliyen,
    highest_generic_milliyen,
    gap_share_milliyen,
    insured_milliyen
  from source
)

select * from renamed
