-- grain: one row per institution (医療機関・薬局) and file that names it
-- key: file_id, institution
-- as: view
with source as (select * from raw.institution),

renamed as (
  select
    file_id,
    institution,
    trim(name) as name,
    month_first(claim_month) as claim_month
  from source
)

select * from renamed
