-- grain: one row per support given (支援), as a guidance document tells it
-- key: guidance_id, support_seq
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.guidance_support where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, guidance_seq) as guidance_id,
    support_seq,
    section,
    kind,
    held_on,
    form_code,
    "minutes",
    performer_code,
    points
  from source
)

select * from renamed
