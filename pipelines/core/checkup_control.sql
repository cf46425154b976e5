-- grain: one row per person, fiscal year and field (bp, glucose, lipid) with a value in the range of disease the year before
-- key: checkup_id, field
-- why: two-year control (病態コントロール): in the range of disease (受診勧奨判定値) last year, and no value of the field in it
-- this year. Not known (null) where an item that was in the range was not measured again. With and without treatment alike.
with pairs as (select * from core.judgement_pair),

fields as (
  select
    checkup_id,
    case
      when item in ('sbp', 'dbp') then 'bp'
      when item in ('fpg', 'hba1c') then 'glucose'
      when item in ('ldl', 'tg', 'hdl') then 'lipid'
    end as field,
    coalesce(from_judgement = 'referral', false) as was_diseased,
    coalesce(to_judgement = 'referral', false) as is_diseased,
    to_judgement is not null as is_measured
  from pairs
),

counted as (
  select
    checkup_id,
    field,
    count(*) filter (where was_diseased) as before,
    count(*) filter (where is_diseased) as now,
    count(*) filter (where was_diseased and not is_measured) as not_measured
  from fields
  where field is not null
  group by checkup_id, field
),

controlled as (
  select checkup_id, field, case when now > 0 then false when not_measured = 0 then true end as is_controlled
  from counted
  where before > 0
)

select * from controlled
