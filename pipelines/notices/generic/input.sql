-- grain: one row per drug row of a brand with generics (class 2) in the months of the notice, and generic for it
-- key: input_id
-- why: generics (class 3) of the same first nine characters of the price code in the class list of the month, cheapest
-- first, at most as many as the policy says; a brand without any keeps one row. Prices are those of the drug master of
-- the month, never of insured parts 「（選）」 or 「（類）」 (is_price).
with run as (select * from input.run),

months as (select * from core.calendar),

drugs as (select * from core.drug where class = '2'),

classes as (select * from core.generic_class),

listed as (select * from core.selected_brand),

shares as (select * from core.patient_share),

policies as (select * from reference.generic_policy),

masters as (select * from core.master_drug where is_price),

run_months as (
  select months.month, cast(policies.candidates as integer) as candidates
  from months
  inner join run on months.month between run.first_month and run.last_month
  inner join policies on month_code(months.month) between policies.from_month and policies.to_month
),

products as (
  select
    run_months.month,
    masters.price_code,
    max(masters.price_milliyen) as price_milliyen,
    max(masters.unit) as unit
  from masters
  inner join run_months on run_months.month between masters.holds_from and masters.holds_to
  group by run_months.month, masters.price_code
),

generics as (
  select
    run_months.month,
    classes.substance,
    classes.name,
    products.price_milliyen,
    row_number() over (
      partition by run_months.month, classes.substance order by products.price_milliyen, classes.price_code
    ) as place
  from classes
  inner join run_months on run_months.month between classes.holds_from and classes.holds_to
  inner join products on run_months.month = products.month and classes.price_code = products.price_code
  where classes.class = '3'
  qualify place <= run_months.candidates
),

brands as (
  select
    drugs.*,
    classes.name,
    products.unit,
    products.price_milliyen as brand_milliyen,
    listed.highest_generic_milliyen,
    listed.gap_share_milliyen,
    listed.insured_milliyen,
    listed.price_code is not null as is_listed,
    shares.patient_percent
  from drugs
  inner join run_months on drugs.service_month = run_months.month
  inner join classes
    on drugs.price_code = classes.price_code
    and drugs.service_month between classes.holds_from and classes.holds_to
  left join products on drugs.service_month = products.month and drugs.price_code = products.price_code
  left join listed
    on drugs.price_code = listed.price_code
    and drugs.service_month between listed.holds_from and listed.holds_to
  left join shares on drugs.receipt_id = shares.receipt_id
),

asked as (
  select
    row_number() over (order by brands.receipt_id, brands.line, generics.place) as input_id,
    brands.service_month as on_day,
    brands.price_milliyen as claimed_milliyen,
    brands.brand_milliyen,
    generics.price_milliyen as generic_milliyen,
    brands.is_insured_part,
    brands.highest_generic_milliyen,
    brands.gap_share_milliyen,
    brands.insured_milliyen,
    brands.quantity,
    brands.times as units,
    brands.patient_percent,
    brands.receipt_id,
    brands.line,
    brands.price_code,
    brands.name as brand,
    brands.unit,
    brands.is_listed,
    coalesce(generics.place, 1) as place,
    generics.name as generic
  from brands
  left join generics
    on brands.service_month = generics.month and brands.substance = generics.substance
)

select * from asked
