-- grain: one row per person, fiscal year and item judged in the checkup of that year or of the year before
-- key: checkup_id, item
-- as: view
-- why: risk to risk, item by item, of persons with a checkup in both years; null where an item was not judged. What is judged
-- against a limit is compared whatever the method: the limits are made for all of them. Fasting and casual values are
-- items of their own.
with years as (select checkup_id, person_id, fiscal_year from core.checkup_year),

judgements as (select checkup_id, item, judgement from core.checkup_judgement),

items as (select code as item from reference.checkup_judged_item),

pairs as (
  select now.checkup_id, before.checkup_id as from_checkup_id, now.person_id, now.fiscal_year
  from years as now
  inner join years as before
    on now.person_id = before.person_id and now.fiscal_year = before.fiscal_year + 1
),

judged as (
  select
    pairs.checkup_id,
    pairs.person_id,
    pairs.fiscal_year,
    items.item,
    before.judgement as from_judgement,
    now.judgement as to_judgement
  from pairs
  cross join items
  left join judgements as before on pairs.from_checkup_id = before.checkup_id and items.item = before.item
  left join judgements as now on pairs.checkup_id = now.checkup_id and items.item = now.item
),

known as (
  select * from judged where from_judgement is not null or to_judgement is not null
)

select * from known
