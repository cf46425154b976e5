-- grain: one row per drug handed out, as it counts for the generic share: a drug row, or a coding row of a DPC stay
-- key: receipt_id, line
-- as: view
-- why: the coding data (CD) of a DPC stay name the drugs inside the bundle and those billed besides it once more: where
-- a code is there, the drug rows of that receipt with it do not count again. Quantity is in units of the 薬価 x 100,000; of a
-- thousand million units or more it is a damaged field. Insured parts 「（選）」 and 「（類）」 count as their product.
with drugs as (select * from core.drug),

codings as (select * from core.coding),

receipts as (select * from core.receipt),

masters as (select * from core.master_drug where price_code is not null),

classes as (select * from core.generic_class),

coded as (
  select
    codings.receipt_id,
    codings.line,
    codings.code,
    codings.service_month,
    masters.price_code,
    codings.quantity * codings.times as total_quantity
  from codings
  inner join masters
    on codings.code = masters.code
    and codings.service_month between masters.holds_from and masters.holds_to
),

coded_drugs as (select distinct receipt_id, code from coded),

handed_out as (
  select receipt_id, line, service_month, price_code, total_quantity from coded
  union all
  select drugs.receipt_id, drugs.line, drugs.service_month, drugs.price_code, drugs.total_quantity
  from drugs
  left join coded_drugs on drugs.receipt_id = coded_drugs.receipt_id and drugs.code = coded_drugs.code
  where coded_drugs.receipt_id is null and drugs.price_code is not null
),

counted as (
  select
    handed_out.receipt_id,
    handed_out.line,
    receipts.person_id,
    receipts.is_linked,
    receipts.care,
    handed_out.service_month,
    handed_out.price_code,
    classes.class,
    classes.class = '3' and not classes.is_excluded as is_generic,
    classes.class in ('2', '3') and not classes.is_excluded as is_replaceable,
    drug_amount(1, if(handed_out.total_quantity < 1000000000, handed_out.total_quantity, 0)) as quantity
  from handed_out
  inner join receipts on handed_out.receipt_id = receipts.receipt_id
  inner join classes
    on handed_out.price_code = classes.price_code
    and handed_out.service_month between classes.holds_from and classes.holds_to
)

select * from counted
