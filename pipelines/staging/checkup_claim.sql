-- grain: one row per claim for a checkup or for guidance (決済情報) taken in and confirmed (確定)
-- key: claim_id
-- as: view
with confirmed as (select file_id from raw.batch_confirmation),

source as (select * from raw.checkup_claim where file_id in (select file_id from confirmed)),

renamed as (
  select
    row_id(file_id, claim_seq) as claim_id,
    file_id,
    kind,
    key_branch,
    key_name,
    key_base,
    institution,
    service_event,
    claim_type,
    level_code,
    timing_code,
    basic_yen,
    detail_yen,
    other_yen,
    unit_yen,
    payment_yen,
    other_program_yen,
    claim_yen,
    points_completed,
    points_intended
  from source
)

select * from renamed
