-- grain: one row per person aged 40-74, complete fiscal year and item the checkup of the year has a value of
-- key: person_id, fiscal_year, item
with examined as (select * from core.examined_member),

judgements as (select * from core.checkup_judgement),

items as (select code from reference.finding_item),

findings as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    judgements.item,
    examined.sex,
    1 as measured,
    if(judgements.judgement = 'within', 0, 1) as found,
    if(judgements.judgement = 'referral', 1, 0) as referred
  from examined
  inner join judgements on examined.checkup_id = judgements.checkup_id
  inner join items on judgements.item = items.code
)

select * from findings
