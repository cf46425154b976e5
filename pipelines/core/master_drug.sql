-- grain: one row per drug code (医薬品コード) and edition that changed it, with the days it holds
-- key: code, holds_from
-- why: prices and points change by edition: a month of care takes the edition that held then. The first edition
-- also serves the months before it.
with drugs as (select * from staging.master_drug),

editions as (select * from staging.edition),

dated as (
  select
    drugs.code,
    drugs.name,
    drugs.unit,
    drugs.price_type,
    drugs.price_code,
    drugs.generic,
    drugs.dosage_form,
    drugs.price_milliyen,
    editions.as_of
  from drugs
  inner join editions on drugs.file_id = editions.file_id
  qualify row_number() over (partition by drugs.code, editions.as_of order by drugs.file_id desc) = 1
),

held as (
  select
    * exclude (as_of),
    if(lag(as_of) over (partition by code order by as_of) is null, date '1900-01-01', as_of) as holds_from,
    coalesce(day_before(lead(as_of) over (partition by code order by as_of)), date '9999-12-31') as holds_to
  from dated
)

select * from held
