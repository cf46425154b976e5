-- grain: one row per drug row (医薬品) of a receipt that holds, with its points and the drug master and class list of the month
-- key: receipt_id, line
-- why: a unit (算定単位, 剤) has one price: it is split by quantity x price with the largest remainder, so that no point is
-- lost. Where procedures or materials share the unit, its drugs cost 五捨五超入(Σ quantity x price / 10) and the others the
-- rest. Quantity handed out = quantity for one time x times. days: the times of 内服 (診療識別 21, in a pharmacy 剤形 1; a
-- dentist's 21 is all 投薬). class is the official one (1 brand without generic, 2 brand with, 3 generic, ☆ brand not dearer,
-- ★ generic not cheaper, none). An insured part 「（選）」 or 「（類）」 has a code and a price of its own, but the price code
-- (薬価基準収載医薬品コード) of its product.
with details as (
  select * exclude (unit_seq), coalesce(unit_seq, 0) as unit_seq from core.detail
),

receipts as (select * from core.receipt),

drugs as (select * from core.master_drug),

classes as (select * from core.generic_class),

priced as (
  select
    details.receipt_id,
    details.line,
    details.unit_seq,
    receipts.person_id,
    receipts.service_month,
    receipts.care,
    details.code,
    drugs.insured_part,
    drugs.price_code,
    drugs.generic,
    drugs.dosage_form,
    details.section,
    details.burden,
    details.quantity,
    details.times,
    drugs.price_milliyen,
    coalesce(drug_amount(wide(drugs.price_milliyen), details.quantity), 0) as amount
  from details
  inner join receipts on details.receipt_id = receipts.receipt_id
  left join drugs
    on details.code = drugs.code
    and receipts.service_month between drugs.holds_from and drugs.holds_to
  where details.record = 'IY'
),

drug_units as (
  select
    receipt_id,
    unit_seq,
    count(*) as drug_rows,
    sum(amount) as amount,
    drug_points(sum(amount), 15) * max(times) as drug_points
  from priced
  group by receipt_id, unit_seq
),

unit_points as (
  select
    details.receipt_id,
    details.unit_seq,
    max(if(details.record in ('SI', 'SS', 'TO'), 1, 0)) as is_shared,
    sum(coalesce(details.points, 0)) as points
  from details
  inner join drug_units on details.receipt_id = drug_units.receipt_id and details.unit_seq = drug_units.unit_seq
  where details.record in ('SI', 'SS', 'IY', 'TO') or (details.record = 'CZ' and details.code is null)
  group by details.receipt_id, details.unit_seq
),

units as (
  select
    drug_units.receipt_id,
    drug_units.unit_seq,
    drug_units.drug_rows,
    drug_units.amount,
    if(unit_points.points < 0, -1, 1) as sign,
    case
      when unit_points.points < 0 then -unit_points.points
      when unit_points.is_shared = 1 then least(unit_points.points, drug_units.drug_points)
      else unit_points.points
    end as points
  from drug_units
  inner join unit_points
    on drug_units.receipt_id = unit_points.receipt_id and drug_units.unit_seq = unit_points.unit_seq
),

floored as (
  select
    priced.*,
    units.sign,
    units.points as unit_points,
    if(units.amount > 0, units.points * priced.amount, wide(units.points)) as portion,
    if(units.amount > 0, units.amount, wide(units.drug_rows)) as whole
  from priced
  inner join units on priced.receipt_id = units.receipt_id and priced.unit_seq = units.unit_seq
),

shared as (
  select
    *,
    sign * (
      whole_part(portion, whole)
      + if(
        row_number() over (partition by receipt_id, unit_seq order by portion % whole desc, line)
          <= unit_points - sum(whole_part(portion, whole)) over (partition by receipt_id, unit_seq),
        1,
        0
      )
    ) as points
  from floored
),

classed as (
  select
    shared.receipt_id,
    shared.line,
    shared.unit_seq,
    shared.person_id,
    shared.service_month,
    shared.care,
    shared.code,
    shared.price_code,
    classes.substance,
    classes.ingredient,
    classes.class,
    shared.generic,
    shared.dosage_form,
    coalesce(shared.insured_part = 'selected', false) as is_insured_part,
    shared.burden,
    shared.quantity,
    shared.times,
    shared.quantity * shared.times as total_quantity,
    if(
      (shared.care = 'pharmacy' and shared.section = '1')
      or (shared.care in ('inpatient', 'outpatient') and shared.section = '21'),
      shared.times,
      null
    ) as days,
    shared.price_milliyen,
    cast(shared.points as bigint) as points,
    cast(shared.points * 10 as bigint) as yen
  from shared
  left join classes
    on shared.price_code = classes.price_code
    and shared.service_month between classes.holds_from and classes.holds_to
)

select * from classed
