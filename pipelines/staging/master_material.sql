-- grain: one row per material code and edition of the material master (特定器材マスター)
-- key: file_id, code
-- as: view
with source as (select * from raw.master_material),

renamed as (
  select
    file_id,
    code,
    name,
    price_type,
    valid_from,
    valid_to,
    price_milliyen
  from source
)

select * from renamed
