-- grain: one row per drug row (医薬品) of a receipt, with the drug master of the month of care
-- key: receipt_id, line
-- why: quantity handed out = quantity for one time x times.
with details as (select * from core.detail where record = 'IY'),

receipts as (select * from core.receipt),

drugs as (select * from core.master_drug),

priced as (
  select
    details.receipt_id,
    details.line,
    receipts.person_id,
    receipts.service_month,
    details.code,
    drugs.price_code,
    drugs.generic,
    drugs.dosage_form,
    details.quantity,
    details.times,
    details.quantity * details.times as total_quantity,
    drugs.price_milliyen
  from details
  inner join receipts on details.receipt_id = receipts.receipt_id
  left join drugs
    on details.code = drugs.code
    and receipts.service_month between drugs.holds_from and drugs.holds_to
)

select * from priced
