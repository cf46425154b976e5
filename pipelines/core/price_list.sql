-- grain: one row per listed product (薬価基準収載医薬品コード) and edition of the price list, with the days it holds
-- key: price_code, holds_from
-- why: the list comes in one file per category (内用薬, 注射薬, 外用薬, 歯科用薬剤) or in one for all. An edition replaces
-- the one before as a whole, category by category: where a file is missing, its products stay. The first edition also
-- serves the months before it.
with products as (select * from staging.price_list),

files as (select * from staging.edition),

dated as (
  select products.*, coalesce(files.as_of, date '1900-01-01') as as_of
  from products
  inner join files on products.file_id = files.file_id
  qualify row_number() over (partition by products.price_code, files.as_of order by products.file_id desc) = 1
),

editions as (
  select
    category,
    as_of,
    if(lag(as_of) over (partition by category order by as_of) is null, date '1900-01-01', as_of) as holds_from,
    coalesce(day_before(lead(as_of) over (partition by category order by as_of)), date '9999-12-31') as holds_to
  from dated
  group by category, as_of
),

held as (
  select
    dated.price_code,
    text_part(dated.price_code, 1, 9) as substance,
    dated.category,
    dated.ingredient,
    dated.specification,
    dated.name,
    dated.generic,
    dated.brand,
    dated.has_generic,
    dated.price_milliyen,
    dated.expires_on,
    editions.holds_from,
    editions.holds_to
  from dated
  inner join editions on dated.category = editions.category and dated.as_of = editions.as_of
)

select * from held
