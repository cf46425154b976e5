-- grain: one row per coding row (コーディングデータ) of a DPC receipt that holds
-- key: receipt_id, line
-- why: what the bundled price of a stay contained, and the rows billed besides it once more: never points, never yen.
with codings as (select * from staging.coding),

receipts as (select * from core.receipt),

held as (
  select
    codings.receipt_id,
    receipts.service_month,
    codings.line,
    codings.performed_on,
    codings.section,
    codings.code,
    codings.quantity,
    codings.times
  from codings
  inner join receipts on codings.receipt_id = receipts.receipt_id
)

select * from held
