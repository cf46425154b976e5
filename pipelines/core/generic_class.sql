-- grain: one row per listed product (薬価基準収載医薬品コード) and edition of the class list, with the days it holds
-- key: price_code, holds_from
-- why: an edition replaces the one before as a whole, so a product it leaves out is gone. The first edition also
-- serves the months before it. The first nine characters of the code are ingredient, form and strength.
with products as (select * from staging.generic_class),

files as (select * from staging.edition),

editions as (
  select
    as_of,
    if(lag(as_of) over (order by as_of) is null, date '1900-01-01', as_of) as holds_from,
    coalesce(day_before(lead(as_of) over (order by as_of)), date '9999-12-31') as holds_to
  from files
  where form = 'generic-class'
  group by as_of
),

held as (
  select
    products.price_code,
    text_part(products.price_code, 1, 9) as substance,
    products.ingredient,
    products.name,
    coalesce(products.class, 'none') as class,
    products.is_excluded,
    editions.holds_from,
    editions.holds_to
  from products
  inner join files on products.file_id = files.file_id
  inner join editions on files.as_of = editions.as_of
  qualify row_number() over (partition by products.price_code, editions.as_of order by files.file_id desc) = 1
)

select * from held
