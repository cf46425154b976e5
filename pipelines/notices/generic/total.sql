-- grain: one row: what a run must account for
-- key: none
-- why: taken from the drug rows alone, at the price of the code on the receipt, so that a fault of the selection or of
-- the saving cannot hide in its own sum.
with run as (select * from input.run),

drugs as (select * from core.drug where class = '2'),

counted as (
  select
    count(*) as items,
    coalesce(sum(drug_points(drug_amount(drugs.price_milliyen, drugs.quantity), 15) * drugs.times * 10), 0) as yen
  from drugs
  inner join run on drugs.service_month between run.first_month and run.last_month
)

select * from counted
