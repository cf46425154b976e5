-- grain: one row per person, fiscal year and field (bp, glucose, lipid) with a value in the range of disease the year before
-- key: checkup_id, field
-- why: two-year control (病態コントロール): in the range of disease (受診勧奨判定値) last year, and no value of the field in it
-- this year. Not known (null) where an item that was in the range was not measured again. With and without treatment alike.
with years as (select checkup_id, person_id, fiscal_year from core.checkup_year),

judgements as (select * from core.checkup_judgement),

fields as (
  select
    *,
    case
      when item in ('sbp', 'dbp') then 'bp'
      when item in ('fpg', 'hba1c') then 'glucose'
      when item in ('ldl', 'tg', 'hdl') then 'lipid'
    end as field
  from judgements
),

before as (
  select years.checkup_id, fields.field, fields.item
  from years
  inner join fields
    on years.person_id = fields.person_id and years.fiscal_year = fields.fiscal_year + 1
  where fields.field is not null and fields.judgement = 'referral'
),

now as (
  select checkup_id, field, max(if(judgement = 'referral', 1, 0)) as is_referral
  from fields
  where field is not null
  group by checkup_id, field
),

again as (
  select before.checkup_id, before.field, max(if(fields.item is null, 1, 0)) as is_missing
  from before
  left join fields on before.checkup_id = fields.checkup_id and before.item = fields.item
  group by before.checkup_id, before.field
),

controlled as (
  select
    again.checkup_id,
    again.field,
    case when now.is_referral = 1 then false when again.is_missing = 0 then true end as is_controlled
  from again
  left join now on again.checkup_id = now.checkup_id and again.field = now.field
)

select * from controlled
