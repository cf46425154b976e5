-- grain: one row per procedure code (診療行為コード) and edition that changed it, with the days it holds
-- key: code, holds_from
-- why: prices and points change by edition: a month of care takes the edition that held then. The first edition
-- also serves the months before it.
with procedures as (select * from staging.master_procedure),

editions as (select * from staging.edition),

dated as (
  select
    procedures.code,
    procedures.name,
    procedures.points_type,
    procedures.fee_class,
    procedures.points_milli,
    editions.as_of
  from procedures
  inner join editions on procedures.file_id = editions.file_id
  qualify row_number() over (partition by procedures.code, editions.as_of order by procedures.file_id desc) = 1
),

held as (
  select
    * exclude (as_of),
    if(lag(as_of) over (partition by code order by as_of) is null, date '1900-01-01', as_of) as holds_from,
    coalesce(day_before(lead(as_of) over (partition by code order by as_of)), date '9999-12-31') as holds_to
  from dated
)

select * from held
