-- grain: one row per person aged 40-74, complete fiscal year and item the checkup of the year has a value of
-- key: person_id, fiscal_year, item
-- why: limits stand in rule referral alone; here its judgements are counted.
with examined as (select * from core.examined_member),

age_groups as (
  select
    code as age_group,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_group
),

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
    age_groups.age_group,
    1 as measured,
    if(judgements.judgement = 'within', 0, 1) as found
  from examined
  inner join age_groups on examined.age between age_groups.age_from and age_groups.age_to
  inner join judgements on examined.checkup_id = judgements.checkup_id
  inner join items on judgements.item = items.code
)

select * from findings
