-- ja: 医療費と食事の費用は、保険者・本人・公費の負担に1円まで分かれ、負担割合の分からない分だけが残る
-- en: Yen and meals are borne by insurer, patient and public programmes to the yen; only what names no rate is left
with receipts as (select * from core.receipt),

costs as (select * from core.receipt_cost),

compared as (
  select
    costs.receipt_id is not null
    and receipts.yen = costs.insurer_yen + costs.member_yen + costs.public_yen + costs.unrated_yen
    and receipts.meal_yen
      = costs.meal_insurer_yen + costs.meal_member_yen + costs.meal_public_yen + costs.meal_unrated_yen
    and least(
      costs.insurer_yen,
      costs.member_yen,
      costs.public_yen,
      costs.unrated_yen,
      costs.meal_insurer_yen,
      costs.meal_member_yen,
      costs.meal_public_yen,
      costs.meal_unrated_yen
    ) >= 0 as is_conserved
  from receipts
  left join costs on receipts.receipt_id = costs.receipt_id
),

counted as (
  select count(*) filter (where not coalesce(is_conserved, false)) as failing, count(*) as checked from compared
)

select * from counted
