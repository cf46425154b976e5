-- grain: one row per person aged 40-74, complete fiscal year and habit whose questions the first checkup answers
-- key: person_id, fiscal_year, habit
-- why: questions 8, 10-12, 14-17, 18-20 of 標準的な質問票 (標準的な健診・保健指導プログラム 令和6年度版). Until fiscal 2023 the
-- frequency of drinking had three answers (毎日, 時々, ほとんど飲まない); since 2024 answers 2-6 are 時々, 7 and 8 do not drink.
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

drinkers as (
  select
    *,
    drinking_frequency = '1' as drinks_daily,
    if(
      fiscal_year < 2024,
      drinking_frequency = '2',
      drinking_frequency in ('2', '3', '4', '5', '6')
    ) as drinks_sometimes
  from examined
  where drinking_frequency is not null
),

drinking as (
  select
    person_id, household_id, employer_id, fiscal_year, 'drinking' as habit, unit, sex,
    case
      when drinks_daily then drinking_amount in ('1', '2')
      when drinks_sometimes then drinking_amount in ('1', '2', '3')
      else true
    end as is_good
  from drinkers
  where drinking_amount is not null or not (drinks_daily or drinks_sometimes)
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
