-- grain: one row per month of care and kind of care: quantities behind the share of generics (後発医薬品の数量シェア)
-- key: service_month, care
-- why: share (新指標) = generic / replaceable = class 3 / (classes 2 + 3); ☆, ★ and what the list excludes are in neither.
-- Quantities are in units of the 薬価 x 100,000.
with quantities as (select * from core.drug_quantity),

shares as (
  select
    service_month,
    care,
    cast(sum(if(is_generic, quantity, 0)) as bigint) as generic_quantity,
    cast(sum(if(is_replaceable, quantity, 0)) as bigint) as replaceable_quantity
  from quantities
  group by service_month, care
)

select * from shares
