-- grain: one row per flag of a person on the newest consent list (配慮フラグ is a full list: older ones are replaced)
-- key: flag_id
-- as: view
-- why: what must not be done is taken from the newest list, also for a day before it. A flag is in force on a day unless
--   it ended before that day (to_on); one that begins later counts from the day it is known. A view, so that a list taken
--   in after the last build is heeded at once.
with flags as (select * from staging.consent),

editions as (select * from staging.edition),

newest as (
  select file_id, as_of
  from editions
  where kind = 'consent'
  qualify row_number() over (order by as_of desc nulls last, file_id desc) = 1
),

current_flags as (
  select
    flags.flag_id,
    flags.person_id,
    flags.flag,
    flags.from_on,
    flags.to_on,
    newest.as_of
  from flags
  inner join newest on flags.file_id = newest.file_id
)

select * from current_flags
