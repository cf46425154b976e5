-- grain: one row per span of cover (資格期間) of the ledgers taken in, every edition
-- key: span_id
-- as: view
with source as (select * from raw.eligibility),

renamed as (
  select
    row_id(file_id, "row") as span_id,
    file_id,
    person_id,
    household_id,
    case sex when '1' then 'male' when '2' then 'female' end as sex,
    relation,
    coalesce(employer_code, 'none') as employer_code,
    age_month,
    gained_on,
    lost_on,
    loss_reason
  from source
)

select * from renamed
