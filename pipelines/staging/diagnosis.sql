-- grain: one row per disease row (傷病名) of a receipt
-- key: receipt_id, line
-- as: view
-- why: role (傷病名区分) and icd10 stand on DPC receipts only, teeth (歯式) on dental ones.
with source as (select * from raw.diagnosis),

renamed as (
  select
    row_id(file_id, receipt_seq) as receipt_id,
    line,
    disease_code,
    coalesce(modifiers, '') as modifiers,
    cast(outcome as varchar) as outcome,
    coalesce(is_main, false) as is_main,
    role,
    icd10,
    teeth,
    started_on
  from source
)

select * from renamed
