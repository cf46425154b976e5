-- grain: one row per listed product (薬価基準収載医薬品) and edition of the class list (後発医薬品の有無に関する情報)
-- key: file_id, price_code
-- as: view
with source as (select * from raw.generic_class),

renamed as (
  select
    file_id,
    price_code,
    ingredient,
    name,
    class,
    coalesce(is_excluded, false) as is_excluded,
    coalesce(in_cutoff, false) as in_cutoff
  from source
)

select * from renamed
