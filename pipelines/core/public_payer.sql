-- grain: one row per public programme (公費) that shares a receipt, in order of priority
-- key: receipt_id, ordinal
-- as: view
-- why: program is the first two digits of its payer number (法別番号); share_yen is what the patient is left to pay of
-- the programme's part (負担金額 公費), null where the receipt does not say.
with payers as (select * from staging.public_payer)

select * from payers
