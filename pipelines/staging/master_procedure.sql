-- grain: one row per procedure code and edition of the procedure master (医科診療行為マスター)
-- key: file_id, code
-- as: view
with source as (select * from raw.master_procedure),

renamed as (
  select
    file_id,
    code,
    name,
    points_type,
    fee_class,
    valid_from,
    valid_to,
    points_milli
  from source
)

select * from renamed
