-- ja: 薬だけの算定単位の点数は、薬の行に分けても合計が変わらない
-- en: Points of a unit of drugs alone are the sum of its drug rows
with drugs as (
  select receipt_id, unit_seq, sum(points) as points from core.drug group by receipt_id, unit_seq
),

units as (
  select
    details.receipt_id,
    coalesce(details.unit_seq, 0) as unit_seq,
    max(if(details.record in ('SI', 'SS', 'TO'), 1, 0)) as is_shared,
    sum(coalesce(details.points, 0)) as points
  from core.detail as details
  inner join core.receipt as receipts on details.receipt_id = receipts.receipt_id
  where details.record in ('SI', 'SS', 'IY', 'TO') or (details.record = 'CZ' and details.code is null)
  group by details.receipt_id, coalesce(details.unit_seq, 0)
),

compared as (
  select
    if(
      units.is_shared = 1,
      drugs.points <= units.points or units.points < 0,
      drugs.points = units.points
    ) as is_conserved
  from drugs
  left join units on drugs.receipt_id = units.receipt_id and drugs.unit_seq = units.unit_seq
),

kept as (select count(*) as drug_rows from core.drug),

arrived as (
  select count(*) as drug_rows
  from core.detail as details
  inner join core.receipt as receipts on details.receipt_id = receipts.receipt_id
  where details.record = 'IY'
),

split as (
  select count(*) filter (where not coalesce(is_conserved, false)) as failing, count(*) as checked from compared
),

counted as (
  select split.failing + if(kept.drug_rows = arrived.drug_rows, 0, 1) as failing, split.checked
  from split
  cross join kept
  cross join arrived
)

select * from counted
