-- grain: one row per result (検査結果) of a checkup document
-- key: checkup_id, item_code
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.checkup_result where file_id in (select file_id from confirmed)),

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
