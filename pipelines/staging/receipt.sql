-- grain: one row per receipt (レセプト) taken in
-- key: receipt_id
-- as: view
with source as (select * from raw.receipt),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    file_id,
    search_number,
    kind,
    receipt_type,
    key_branch,
    key_name,
    key_base,
    case sex when '1' then 'male' when '2' then 'female' end as sex,
    institution,
    prescriber,
    inpatient,
    special_notes,
    corrected,
    public_only,
    month_first(service_month) as service_month,
    month_first(coalesce(processing_month, month_add(service_month, 1))) as processing_month,
    admitted_on,
    days,
    records,
    claimed_points,
    coalesce(decided_points, 0) as decided_points,
    computed_points,
    coalesce(meal_count, 0) as meal_count,
    coalesce(meal_yen, 0) as meal_yen,
    patient_share_yen
  from source
)

select * from renamed
