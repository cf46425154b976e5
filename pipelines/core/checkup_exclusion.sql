-- grain: one row per exclusion from 特定健診 of a person on the newest list (特定健診除外者一覧 is a full list: older ones are replaced)
-- key: exclusion_id
-- as: view
with exclusions as (select * from staging.checkup_exclusion),

editions as (select * from staging.edition),

newest as (
  select file_id
  from editions
  where kind = 'checkup-exclusion'
  qualify row_number() over (order by as_of desc nulls last, file_id desc) = 1
),

current_exclusions as (
  select exclusions.* exclude (file_id)
  from exclusions
  inner join newest on exclusions.file_id = newest.file_id
)

select * from current_exclusions
