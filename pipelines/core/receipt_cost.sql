-- grain: one row per receipt (レセプト) that holds: who bears its yen, and who its meals
-- key: receipt_id
-- why: the patient's part by the benefit rate (給付割合) of the month, here to the yen (the till rounds to ten, see
-- patient_share), or what the receipt says where high cost is settled on it; the insurer bears the rest. What a public
-- programme (公費) takes off the patient's part is public. Of a receipt without insurer all but the patient's share is
-- public. Of meals the patient bears the standard amounts (標準負担額). What names no rate is unrated: the four parts always
-- add up.
with receipts as (select * from core.receipt),

shares as (select * from core.patient_share),

stated as (
  select
    receipts.receipt_id,
    receipts.public_only,
    receipts.yen,
    receipts.meal_yen,
    if(
      receipts.public_only,
      receipts.yen,
      coalesce(shares.stated_yen, whole_part(receipts.yen * shares.patient_percent, 100))
    ) as part_yen,
    if(receipts.public_only, 0, whole_part(shares.own_yen * shares.patient_percent, 100))
      + if(receipts.public_only, coalesce(shares.programme_share_yen, 0), shares.programme_share_yen) as left_yen,
    if(receipts.public_only, 0, shares.meal_paid_yen) as meal_part_yen
  from receipts
  inner join shares on receipts.receipt_id = shares.receipt_id
),

parts as (
  select
    * exclude (part_yen, meal_part_yen),
    case when part_yen > yen then yen else part_yen end as part_yen,
    case when meal_part_yen > meal_yen then meal_yen else meal_part_yen end as meal_part_yen
  from stated
),

members as (
  select *, case when left_yen < part_yen then left_yen else part_yen end as member_yen
  from parts
),

costs as (
  select
    receipt_id,
    yen,
    coalesce(yen - part_yen, 0) as insurer_yen,
    coalesce(member_yen, 0) as member_yen,
    coalesce(part_yen - member_yen, 0) as public_yen,
    if(part_yen is null, yen, 0) as unrated_yen,
    meal_yen,
    if(public_only, 0, coalesce(meal_yen - meal_part_yen, 0)) as meal_insurer_yen,
    coalesce(meal_part_yen, 0) as meal_member_yen,
    if(public_only, meal_yen, 0) as meal_public_yen,
    if(meal_part_yen is null, meal_yen, 0) as meal_unrated_yen
  from members
)

select * from costs
