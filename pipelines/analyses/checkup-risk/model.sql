-- grain: one row per person aged 40-74, complete fiscal year and risk for which the first checkup has the values
-- key: person_id, fiscal_year, risk
-- why: guidance limits (保健指導判定値) of 標準的な健診・保健指導プログラム（令和6年度版）. Glucose: fasting, else HbA1c,
-- else casual. Triglycerides: fasting, else casual.
with examined as (select * from core.examined_member),

obesity as (
  select
    person_id, household_id, employer_id, fiscal_year, 'obesity' as risk, unit, sex,
    coalesce(visceral_fat_cm2 >= 100, false)
      or coalesce(waist_cm >= if(sex = 'male', 85, 90), false)
      or coalesce(bmi >= 25, false) as has_risk
  from examined
  where visceral_fat_cm2 is not null or waist_cm is not null or bmi is not null
),

blood_pressure as (
  select
    person_id, household_id, employer_id, fiscal_year, 'blood-pressure' as risk, unit, sex,
    sbp >= 130 or coalesce(dbp >= 85, false) as has_risk
  from examined
  where sbp is not null
),

glucose as (
  select
    person_id, household_id, employer_id, fiscal_year, 'glucose' as risk, unit, sex,
    case
      when fpg is not null then fpg >= 100
      when hba1c is not null then hba1c >= 5.6
      else casual_glucose >= 100
    end as has_risk
  from examined
  where fpg is not null or hba1c is not null or casual_glucose is not null
),

lipids as (
  select
    person_id, household_id, employer_id, fiscal_year, 'lipids' as risk, unit, sex,
    coalesce(tg_fasting >= 150, tg_casual >= 175) or hdl < 40 or ldl >= 120 as has_risk
  from examined
  where coalesce(tg_fasting, tg_casual) is not null and hdl is not null and ldl is not null
),

liver as (
  select
    person_id, household_id, employer_id, fiscal_year, 'liver' as risk, unit, sex,
    ast >= 31 or alt >= 31 or ggt >= 51 as has_risk
  from examined
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

flagged as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    risk,
    unit,
    sex,
    1 as base,
    if(has_risk, 1, 0) as at_risk
  from every_risk
)

select * from flagged
