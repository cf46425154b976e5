-- grain: one row per brand under selected care (長期収載品の選定療養) and edition of its list, with the days it holds
-- key: price_code, holds_from
-- why: an edition replaces the one before as a whole. Nothing holds before the first edition: selected care begins
-- with it (2024-10).
with brands as (select * from staging.selected_brand),

files as (select * from staging.edition),

editions as (
  select
    as_of as holds_from,
    coalesce(day_before(lead(as_of) over (order by as_of)), date '9999-12-31') as holds_to
  from files
  where form = 'selected-brand'
  group by as_of
),

held as (
  select
    brands.price_code,
    brands.name,
    brands.price_milliyen,
    brands.highest_generic_milliyen,
    brands.gap_share_milliyen,
    brands.insured_milliyen,
    editions.holds_from,
    editions.holds_to
  from brands
  inner join files on brands.file_id = files.file_id
  inner join editions on files.as_of = editions.holds_from
  qualify row_number() over (partition by brands.price_code, files.as_of order by files.file_id desc) = 1
)

select * from held
