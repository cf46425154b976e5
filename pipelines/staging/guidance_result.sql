-- grain: one row per item of a guidance document
-- key: guidance_id, position
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.guidance_result where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, guidance_seq) as guidance_id,
    section,
    support_seq,
    item_code,
    state,
    choice,
    choice_system,
    "text",
    unit,
    "day",
    "number",
    "position"
  from source
)

select * from renamed
