-- grain: one row per receipt: the class (大分類) of its main disease (主傷病)
-- key: receipt_id
-- why: among the diseases that are not suspected the first one flagged as main, else the first; where all are
-- suspected the first one flagged, else the first. A pharmacy receipt follows the medical receipt of the same person,
-- month and prescribing institution (most points, then smallest search number). A class that a sex cannot have goes
-- to unclassified, so that yen are conserved.
with receipts as (select * from core.receipt),

diagnoses as (select * from core.diagnosis),

members as (select * from core.member),

impossible as (select * from reference.structural_zero),

main_diseases as (
  select receipt_id, disease
  from diagnoses
  qualify row_number() over (
    partition by receipt_id
    order by
      case when is_main and not is_suspected then 1 when not is_suspected then 2 when is_main then 3 else 4 end,
      line
  ) = 1
),

medical as (
  select
    receipts.receipt_id,
    receipts.person_id,
    receipts.service_month,
    receipts.institution,
    receipts.points,
    receipts.search_number,
    receipts.is_linked,
    coalesce(main_diseases.disease, 'unclassified') as disease
  from receipts
  left join main_diseases on receipts.receipt_id = main_diseases.receipt_id
  where receipts.care <> 'pharmacy'
),

prescribing as (
  select person_id, service_month, institution, disease
  from medical
  where is_linked
  qualify row_number() over (
    partition by person_id, service_month, institution order by points desc, search_number, receipt_id
  ) = 1
),

pharmacy as (
  select receipts.receipt_id, receipts.person_id, coalesce(prescribing.disease, 'unclassified') as disease
  from receipts
  left join prescribing
    on receipts.person_id = prescribing.person_id
    and receipts.service_month = prescribing.service_month
    and receipts.prescriber = prescribing.institution
  where receipts.care = 'pharmacy'
),

every_receipt as (
  select receipt_id, person_id, disease from medical
  union all
  select receipt_id, person_id, disease from pharmacy
),

possible as (
  select
    every_receipt.receipt_id,
    if(impossible.disease is null, every_receipt.disease, 'unclassified') as disease,
    impossible.disease is not null as is_contrary
  from every_receipt
  left join members on every_receipt.person_id = members.person_id
  left join impossible on members.sex = impossible.sex and every_receipt.disease = impossible.disease
)

select * from possible
