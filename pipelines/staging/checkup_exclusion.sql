-- grain: one row per exclusion from 特定健診 (除外者) of a person in one list, every edition
-- key: exclusion_id
-- as: view
with source as (select * from raw.checkup_exclusion),

renamed as (
  select
    row_id(file_id, "row") as exclusion_id,
    file_id,
    person_id,
    reason,
    from_on,
    to_on
  from source
)

select * from renamed
