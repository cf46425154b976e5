-- grain: one row per receipt (レセプト): what the patient is left to pay (一部負担金), by the rule of its month of care
-- key: receipt_id
-- why: what the receipt says (負担金額; of 療養費 its 一部負担金), else yen x the patient's part, to the nearest ten yen
-- (健康保険法第75条). A public programme (公費) leaves its own share of its part; where several are named the smallest share
-- stands; where its share is empty, the table public-share says whether the patient's part stays (member) or nothing is left
-- to pay (none). Meals: the standard amounts (標準負担額) on the receipt, else the amount of the month. Null where the kind of
-- receipt (レセプト種別) names no rate. A programme states its part in what the receipt is billed in, points or yen.
with receipts as (select * from core.receipt),

payers as (select * from core.public_payer),

rates as (select * from reference.benefit_rate),

public_shares as (select * from reference.public_share),

meal_shares as (select * from reference.meal_share),

details as (select * from core.detail where section = '97'),

procedures as (select * from core.master_procedure where name like '%負担額%'),

programmes as (
  select receipt_id, max(points) as part, min(share_yen) as stated_yen, min(coalesce(share_yen, 0)) as least_yen
  from payers
  group by receipt_id
),

meal_burden as (
  select details.receipt_id, sum(details.meal_yen) as yen
  from details
  inner join receipts on details.receipt_id = receipts.receipt_id
  inner join procedures
    on details.code = procedures.code
    and receipts.service_month between procedures.holds_from and procedures.holds_to
  group by details.receipt_id
),

rated as (
  select
    receipts.receipt_id,
    receipts.care,
    receipts.yen,
    receipts.meal_yen,
    receipts.patient_share_yen as stated_yen,
    cast(rates.patient_percent as integer) as patient_percent,
    programmes.receipt_id is not null as has_programme,
    coalesce(programmes.part, 0) * if(receipts.is_billed_in_yen, 1, 10) as programme_yen,
    if(public_shares.when_empty = 'none', programmes.least_yen, programmes.stated_yen) as programme_share_yen,
    coalesce(receipts.meal_share_yen, meal_burden.yen) as stated_meal_yen,
    receipts.meal_count * cast(meal_shares.yen as integer) as usual_meal_yen
  from receipts
  left join programmes on receipts.receipt_id = programmes.receipt_id
  left join meal_burden on receipts.receipt_id = meal_burden.receipt_id
  left join rates
    on text_part(receipts.receipt_type, 4, 1) = rates.holder
    and month_code(receipts.service_month) between rates.from_month and rates.to_month
  left join public_shares
    on month_code(receipts.service_month) between public_shares.from_month and public_shares.to_month
  left join meal_shares
    on month_code(receipts.service_month) between meal_shares.from_month and meal_shares.to_month
),

insured as (
  select
    rated.*,
    coalesce(stated_yen, whole_part(yen * patient_percent + 500, 1000) * 10) as insured_yen,
    if(yen > programme_yen, yen - programme_yen, 0) as own_yen
  from rated
),

shares as (
  select
    receipt_id,
    patient_percent,
    stated_yen,
    own_yen,
    programme_share_yen,
    if(
      programme_share_yen is null,
      insured_yen,
      least(insured_yen, whole_part(own_yen * patient_percent + 500, 1000) * 10 + programme_share_yen)
    ) as paid_yen,
    if(meal_yen > 0, coalesce(stated_meal_yen, usual_meal_yen), 0) as meal_paid_yen,
    stated_yen is not null and care <> 'therapy' as is_limited,
    has_programme,
    meal_yen > 0 and stated_meal_yen is null as is_meal_estimated
  from insured
)

select * from shares
