-- grain: one row per result (検査結果) of a checkup document
-- key: checkup_id, item_code
-- as: view
with source as (select * from raw.checkup_result),

renamed as (
  select
    row_id(file_id, checkup_seq) as checkup_id,
    item_code,
    state,
    choice,
    choice_system,
    "text",
    unit,
    flag,
    "number",
    "position"
  from source
)

select * from renamed
