-- grain: one row per drug code (医薬品コード) and day from which it changed, with the days it holds
-- key: code, holds_from
-- why: a month of care takes the row that held then, from whichever edition says it last. The first one known also serves
-- the months before it, and an abolished code (廃止) goes on as it was, so that old receipts keep their names. Names that
-- end in 「（選）」 (選定療養) or 「（類）」 stand for the insured part of a product: their price is none of the drug, nor is
-- that of a billing code, which has no price code.
with drugs as (select * from staging.master_drug),

versions as (
  select * from drugs
  qualify row_number() over (partition by code, starts_on order by edition desc) = 1
),

parted as (
  select
    *,
    case
      when name like '%（選）' or selected_care = 2 then 'selected'
      when name like '%（類）' then 'otc'
    end as insured_part
  from versions
),

held as (
  select
    code,
    name,
    if(name like '%（選）' or name like '%（類）', text_part(name, 1, text_length(name) - 3), name) as product,
    unit,
    price_type,
    price_code,
    generic,
    dosage_form,
    price_milliyen,
    insured_part,
    coalesce(insured_part is null and price_type = 1 and price_code is not null, false) as is_price,
    valid_to,
    if(lag(starts_on) over (partition by code order by starts_on) is null, date '1900-01-01', starts_on) as holds_from,
    coalesce(day_before(lead(starts_on) over (partition by code order by starts_on)), date '9999-12-31') as holds_to
  from parted
)

select * from held
