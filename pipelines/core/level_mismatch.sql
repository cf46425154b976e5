-- grain: one row per kept checkup and kind of judgement whose delivered level is not the computed one
-- key: checkup_id, kind
-- as: view
with delivered as (select * from core.delivered_level),

mismatches as (
  select * exclude (is_mismatch) from delivered where is_mismatch
)

select * from mismatches
