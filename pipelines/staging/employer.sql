-- grain: one row per employer (事業所) and edition of the employer list
-- key: file_id, employer_code
-- as: view
with source as (select * from raw.employer),

renamed as (
  select
    file_id,
    employer_code,
    trim(name) as name,
    industry,
    prefecture,
    group_code,
    opened_on,
    closed_on
  from source
)

select * from renamed
