-- grain: one row per version taken in: the receipt (レセプト) it is a version of
-- key: receipt_id
-- why: versions have one identity (検索番号). A claim file has none: its receipt is a version of the insurer-form one with
-- the same kind, institution, month of care, person, 種別 and claimed figures; several such are paired one to one.
with receipts as (select * from staging.receipt),

identities as (
  select identity, min(receipt_id) as case_id
  from receipts
  group by identity
),

claims as (
  select *
  from receipts
  where form = 'claim' and search_number is null and key_base is not null
  qualify row_number() over (partition by identity order by processing_month desc, file_id desc, receipt_seq desc) = 1
),

places as (select distinct institution, service_month from claims),

insurer_forms as (
  select receipts.*
  from receipts
  inner join places
    on receipts.institution = places.institution and receipts.service_month = places.service_month
  where receipts.form <> 'claim'
  qualify row_number() over (
    partition by receipts.identity order by receipts.processing_month, receipts.file_id, receipts.receipt_seq
  ) = 1
),

numbered_claims as (
  select
    *,
    row_number() over (
      partition by kind, institution, service_month, key_base, receipt_type, claimed_yen order by identity
    ) as place
  from claims
),

numbered_insurer_forms as (
  select
    *,
    row_number() over (
      partition by kind, institution, service_month, key_base, receipt_type, claimed_yen order by identity
    ) as place
  from insurer_forms
),

paired as (
  select claim.identity, insurer.identity as insurer_identity
  from numbered_claims as claim
  inner join numbered_insurer_forms as insurer
    on claim.kind = insurer.kind
    and claim.institution = insurer.institution
    and claim.service_month = insurer.service_month
    and claim.key_base = insurer.key_base
    and claim.receipt_type = insurer.receipt_type
    and claim.claimed_yen = insurer.claimed_yen
    and claim.place = insurer.place
),

cases as (
  select receipts.receipt_id, identities.case_id
  from receipts
  left join paired on receipts.identity = paired.identity
  inner join identities on coalesce(paired.insurer_identity, receipts.identity) = identities.identity
)

select * from cases
