-- grain: one row per flag (配慮フラグ) of a person in one consent list, every edition
-- key: flag_id
-- as: view
with source as (select * from raw.consent),

renamed as (
  select
    row_id(file_id, "row") as flag_id,
    file_id,
    person_id,
    flag,
    from_on,
    to_on
  from source
)

select * from renamed
