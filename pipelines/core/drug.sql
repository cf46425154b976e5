-- grain: one row per drug row (医薬品) of a receipt, with the drug master and the class list of the month of care
-- key: receipt_id, line
-- why: quantity handed out = quantity for one time x times. class is the official one (1 brand without generic, 2 brand
-- with, 3 generic, ☆ brand not dearer, ★ generic not cheaper, none). The insured part 「（選）」 of a brand under selected
-- care has a code and a price of its own, but the price code (薬価基準収載医薬品コード) of the brand.
with details as (select * from core.detail where record = 'IY'),

receipts as (select * from core.receipt),

drugs as (select * from core.master_drug),

classes as (select * from core.generic_class),

priced as (
  select
    details.receipt_id,
    details.line,
    receipts.person_id,
    receipts.service_month,
    details.code,
    drugs.price_code,
    classes.substance,
    classes.class,
    drugs.generic,
    drugs.dosage_form,
    drugs.name like '%（選）' as is_insured_part,
    details.burden,
    details.quantity,
    details.times,
    details.quantity * details.times as total_quantity,
    drugs.price_milliyen
  from details
  inner join receipts on details.receipt_id = receipts.receipt_id
  left join drugs
    on details.code = drugs.code
    and receipts.service_month between drugs.holds_from and drugs.holds_to
  left join classes
    on drugs.price_code = classes.price_code
    and receipts.service_month between classes.holds_from and classes.holds_to
)

select * from priced
