-- grain: one row per linked pharmacy receipt (調剤) whose prescribing receipt (医科・歯科) is here
-- key: receipt_id
-- why: same person, prescribing institution and month of care, which is that of the prescription (処方月日): a pharmacy may
-- dispense in the next month. Where it does not say the day, it is its own month. Where the institution claimed several, outpatient and
-- dental care come before a stay in hospital, then the one with the most points, then the smallest identity.
with receipts as (select * from core.receipt where is_linked),

prescribers as (
  select receipt_id as prescribing_receipt_id, person_id, service_month, institution
  from receipts
  where care in ('inpatient', 'outpatient', 'dental')
  qualify row_number() over (
    partition by person_id, service_month, institution
    order by if(care = 'inpatient', 1, 0), points desc, identity, receipt_id
  ) = 1
),

links as (
  select receipts.receipt_id, prescribers.prescribing_receipt_id
  from receipts
  inner join prescribers
    on receipts.person_id = prescribers.person_id
    and month_first(coalesce(receipts.prescribed_on, receipts.service_month)) = prescribers.service_month
    and receipts.prescriber = prescribers.institution
  where receipts.care = 'pharmacy'
)

select * from links
