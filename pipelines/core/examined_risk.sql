-- grain: one row per person aged 40-74, complete fiscal year and risk for which the checkup of the year has the values
-- key: person_id, fiscal_year, risk
-- as: view
-- why: what the rules said: obesity by waist, visceral fat or BMI, glucose as in 階層化 (fasting, else HbA1c, else
-- casual), the other items by their guidance limits (保健指導判定値). Triglycerides: fasting, else casual.
with examined as (select * from core.examined_member),

judgements as (select * from core.checkup_judgement),

items as (
  select
    checkup_id,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'bmi') as bmi,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'sbp') as sbp,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'dbp') as dbp,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'tg') as tg,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'hdl') as hdl,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'ldl') as ldl,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'ast') as ast,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'alt') as alt,
    max(if(judgement = 'within', 0, 1)) filter (where item = 'ggt') as ggt
  from judgements
  group by checkup_id
),

judged as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    examined.unit,
    examined.sex,
    examined.age,
    examined.has_abdominal_obesity,
    examined.glucose_risk,
    items.* exclude (checkup_id)
  from examined
  left join items on examined.checkup_id = items.checkup_id
),

obesity as (
  select
    *,
    'obesity' as risk,
    coalesce(has_abdominal_obesity, false) or coalesce(bmi = 1, false) as has_risk
  from judged
  where has_abdominal_obesity is not null or bmi is not null
),

blood_pressure as (
  select *, 'blood-pressure' as risk, sbp = 1 or coalesce(dbp = 1, false) as has_risk from judged where sbp is not null
),

glucose as (
  select *, 'glucose' as risk, glucose_risk as has_risk from judged where glucose_risk is not null
),

lipids as (
  select *, 'lipids' as risk, tg = 1 or hdl = 1 or ldl = 1 as has_risk
  from judged
  where tg is not null and hdl is not null and ldl is not null
),

liver as (
  select *, 'liver' as risk, ast = 1 or alt = 1 or ggt = 1 as has_risk
  from judged
  where ast is not null and alt is not null and ggt is not null
),

every_risk as (
  select * from obesity
  union all
  select * from blood_pressure
  union all
  select * from glucose
  union all
  select * from lipids
  union all
  select * from liver
),

risks as (
  select person_id, household_id, employer_id, fiscal_year, unit, sex, age, risk, has_risk
  from every_risk
)

select * from risks
