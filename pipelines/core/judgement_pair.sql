-- grain: one row per person, fiscal year and item judged in the checkups of that year and of the year before
-- key: checkup_id, item
-- as: view
-- why: risk to risk, item by item. What is judged against a limit is compared whatever the method: the limits are made for
-- all of them. Fasting and casual values are items of their own.
with judgements as (select * from core.checkup_judgement),

pairs as (
  select
    now.checkup_id,
    now.person_id,
    now.fiscal_year,
    now.item,
    before.judgement as from_judgement,
    now.judgement as to_judgement
  from judgements as now
  inner join judgements as before
    on now.person_id = before.person_id
    and now.fiscal_year = before.fiscal_year + 1
    and now.item = before.item
)

select * from pairs
