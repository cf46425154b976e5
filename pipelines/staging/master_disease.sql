-- grain: one row per disease code and edition of the disease master (傷病名マスター)
-- key: file_id, code
-- as: view
with source as (select * from raw.master_disease),

renamed as (
  select
    file_id,
    code,
    name,
    icd10_1 as icd10,
    icd10_2 as manifestation_icd10,
    successor_code,
    valid_from,
    valid_to
  from source
)

select * from renamed
