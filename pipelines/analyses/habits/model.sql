-- grain: one row per person aged 40-74, complete fiscal year and habit whose questions the checkup of the year answers
-- key: person_id, fiscal_year, habit
-- why: questions 8, 10-12, 14-17, 18-20 of 標準的な質問票 (標準的な健診・保健指導プログラム 令和6年度版). Drinking by the answers
-- that the lists of all periods share (core.checkup.drinking_status).
with examined as (select * from core.examined_member),

smoking as (
  select
    person_id, household_id, employer_id, fiscal_year, 'smoking' as habit, unit, sex,
    smoking <> '1' as is_good
  from examined
  where smoking is not null
),

exercise as (
  select
    person_id, household_id, employer_id, fiscal_year, 'exercise' as habit, unit, sex,
    if(exercise = '1', 1, 0) + if(walking = '1', 1, 0) + if(walking_speed = '1', 1, 0) >= 2 as is_good
  from examined
  where exercise is not null and walking is not null and walking_speed is not null
),

eating as (
  select
    person_id, household_id, employer_id, fiscal_year, 'eating' as habit, unit, sex,
    if(eating_speed <> '1', 1, 0) + if(late_supper = '2', 1, 0) + if(snacks <> '1', 1, 0)
      + if(skips_breakfast = '2', 1, 0) >= 3 as is_good
  from examined
  where
    eating_speed is not null and late_supper is not null
    and snacks is not null and skips_breakfast is not null
),

drinking as (
  select
    person_id, household_id, employer_id, fiscal_year, 'drinking' as habit, unit, sex,
    case drinking_status
      when 'daily' then drinking_amount in ('1', '2')
      when 'sometimes' then drinking_amount in ('1', '2', '3')
      else true
    end as is_good
  from examined
  where drinking_status is not null and (drinking_amount is not null or drinking_status = 'rarely')
),

sleep as (
  select
    person_id, household_id, employer_id, fiscal_year, 'sleep' as habit, unit, sex,
    sleep = '1' as is_good
  from examined
  where sleep is not null
),

every_habit as (
  select * from smoking
  union all
  select * from exercise
  union all
  select * from eating
  union all
  select * from drinking
  union all
  select * from sleep
),

flagged as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    habit,
    unit,
    sex,
    1 as answered,
    if(is_good, 1, 0) as good
  from every_habit
)

select * from flagged
