-- grain: one row per procedure code (診療行為コード) and day from which it changed, with the days it holds
-- key: code, holds_from
-- why: a month of care takes the row that held then, from whichever edition says it last. The first one known also serves
-- the months before it, and an abolished code (廃止) goes on as it was, so that old receipts keep their names.
with procedures as (select * from staging.master_procedure),

versions as (
  select * from procedures
  qualify row_number() over (partition by code, starts_on order by edition desc) = 1
),

held as (
  select
    code,
    name,
    points_type,
    points_milli,
    fee_class,
    valid_to,
    if(lag(starts_on) over (partition by code order by starts_on) is null, date '1900-01-01', starts_on) as holds_from,
    coalesce(day_before(lead(starts_on) over (partition by code order by starts_on)), date '9999-12-31') as holds_to
  from versions
)

select * from held
