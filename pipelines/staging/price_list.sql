-- grain: one row per listed product (薬価基準収載品目) and edition of the price list
-- key: file_id, price_code
-- as: view
with source as (select * from raw.price_list),

renamed as (
  select
    file_id,
    coalesce(category, '') as category,
    price_code,
    ingredient,
    specification,
    name,
    generic,
    brand,
    has_generic,
    expires_on,
    price_milliyen
  from source
)

select * from renamed
