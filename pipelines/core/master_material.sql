-- grain: one row per material code (特定器材コード) and edition that changed it, with the days it holds
-- key: code, holds_from
-- why: prices and points change by edition: a month of care takes the edition that held then. The first edition
-- also serves the months before it.
with materials as (select * from staging.master_material),

editions as (select * from staging.edition),

dated as (
  select
    materials.code,
    materials.name,
    materials.price_type,
    materials.price_milliyen,
    editions.as_of
  from materials
  inner join editions on materials.file_id = editions.file_id
  qualify row_number() over (partition by materials.code, editions.as_of order by materials.file_id desc) = 1
),

held as (
  select
    * exclude (as_of),
    if(lag(as_of) over (partition by code order by as_of) is null, date '1900-01-01', as_of) as holds_from,
    coalesce(day_before(lead(as_of) over (partition by code order by as_of)), date '9999-12-31') as holds_to
  from dated
)

select * from held
