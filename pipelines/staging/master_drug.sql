-- grain: one row per drug code and edition of the drug master (医薬品マスター)
-- key: file_id, code
-- as: view
with source as (select * from raw.master_drug),

renamed as (
  select
    file_id,
    code,
    name,
    unit,
    price_type,
    price_code,
    generic,
    dosage_form,
    valid_from,
    valid_to,
    price_milliyen
  from source
)

select * from renamed
