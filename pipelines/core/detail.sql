-- grain: one row per procedure, drug, material, comment or fee of a receipt
-- key: receipt_id, line, code
-- as: view
-- why: points of a medical unit stand on its last row and hold for one time: unit points = points x times. Section 97
-- (meals) is in yen and has no points; of a pharmacy's drugs the section is the 剤形. Rows of home nursing (訪問看護) are in
-- yen. Rows of versions that do not hold any more are here too.
with details as (select * from staging.detail),

charged as (
  select
    receipt_id,
    line,
    record,
    unit_seq,
    section,
    burden,
    code,
    days_mask,
    times,
    quantity,
    price_milliyen,
    if(section = '97', null, points * times) as points,
    if(section = '97', points * times, null) as meal_yen,
    yen
  from details
)

select * from charged
