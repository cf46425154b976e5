-- grain: one row per version of a receipt (レセプト) or therapy claim (療養費) taken in
-- key: receipt_id
-- as: view
-- why: a receipt without any identity is one of its own. What is billed in yen (訪問看護, 療養費) has no points.
with source as (select * from raw.receipt),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    file_id,
    receipt_seq,
    coalesce(identity, search_number, cast(row_id(file_id, receipt_seq) as varchar)) as identity,
    search_number,
    kind,
    coalesce(form, 'insurer') as form,
    coalesce(source, 'electronic') as source,
    receipt_type,
    key_branch,
    key_name,
    key_base,
    case sex when '1' then 'male' when '2' then 'female' end as sex,
    institution,
    prescriber,
    prescribed_on,
    cast(department as varchar) as department,
    inpatient,
    special_notes,
    corrected,
    public_only,
    month_first(service_month) as service_month,
    month_first(coalesce(processing_month, month_add(service_month, 1))) as processing_month,
    admitted_on,
    discharged_on,
    dpc_code,
    days,
    records,
    claimed_points,
    coalesce(decided_points, 0) as decided_points,
    computed_points,
    bundle_points,
    coalesce(claimed_points * 10 + coalesce(claimed_yen, 0), claimed_yen) as claimed_yen,
    decided_yen is not null as is_billed_in_yen,
    coalesce(decided_yen, 0) as decided_yen,
    coalesce(meal_count, 0) as meal_count,
    coalesce(meal_yen, 0) as meal_yen,
    meal_share_yen,
    patient_share_yen
  from source
)

select * from renamed
