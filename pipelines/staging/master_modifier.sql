-- grain: one row per modifier code and edition of the modifier master (修飾語マスター)
-- key: file_id, code
-- as: view
with source as (select * from raw.master_modifier),

renamed as (
  select file_id, code, name, category, valid_from, valid_to from source
)

select * from renamed
