-- grain: one row per receipt (レセプト) that holds now, linked to a person or marked with the reason why not
-- key: receipt_id
-- why: superseded, returned and withdrawn versions are in receipt_version only. Keys are tried from the most telling one
-- (branch, name, base). A receipt is linked when its person is covered on at least one day of the month of care.
-- yen (医療費) = decided points x 10, or what was decided in yen (訪問看護, 療養費); meals apart.
with receipts as (select * from staging.receipt),

versions as (select * from core.receipt_version where holds_until is null),

links as (select * from raw.person_link),

spans as (select * from core.eligibility_span where has_cover),

found as (
  select
    receipts.* exclude (meal_yen),
    versions.points,
    versions.yen,
    versions.meal_yen,
    coalesce(by_branch.person_id, by_name.person_id, by_base.person_id) as person_id
  from receipts
  inner join versions on receipts.receipt_id = versions.receipt_id
  left join links as by_branch on receipts.key_branch = by_branch."key"
  left join links as by_name on receipts.key_name = by_name."key"
  left join links as by_base on receipts.key_base = by_base."key"
),

covered as (
  select distinct found.receipt_id
  from found
  inner join spans
    on found.person_id = spans.person_id
    and spans.gained_on <= month_last(found.service_month)
    and (spans.lost_on is null or spans.lost_on > found.service_month)
),

linked as (
  select
    found.receipt_id,
    found.file_id,
    found.person_id,
    found.identity,
    found.search_number,
    found.kind,
    found.form,
    found.source,
    found.institution,
    found.prescriber,
    found.prescribed_on,
    found.department,
    found.service_month,
    fiscal_year(found.service_month) as fiscal_year,
    found.processing_month,
    found.admitted_on,
    found.discharged_on,
    found.dpc_code,
    case
      when found.kind in ('pharmacy', 'dental', 'nursing') then found.kind
      when found.kind in ('judo', 'acupuncture', 'massage') then 'therapy'
      when found.kind = 'dpc' or found.inpatient then 'inpatient'
      else 'outpatient'
    end as care,
    found.receipt_type,
    found.public_only,
    found.corrected,
    covered.receipt_id is not null as is_linked,
    case
      when found.person_id is null then 'no_person'
      when covered.receipt_id is null then 'no_cover'
    end as unlinked_reason,
    found.records,
    found.days,
    found.claimed_points,
    found.claimed_yen,
    found.points,
    found.yen,
    found.bundle_points,
    found.is_billed_in_yen,
    found.meal_count,
    found.meal_yen,
    found.meal_share_yen,
    found.patient_share_yen
  from found
  left join covered on found.receipt_id = covered.receipt_id
)

select * from linked
