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

age_groups as (
  select
    code as age_group,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_group
),

ages as (
  select examined.person_id, examined.fiscal_year, age_groups.age_group
  from examined
  inner join age_groups on examined.age between age_groups.age_from and age_groups.age_to
),

flagged as (
  select
    every_habit.person_id,
    every_habit.household_id,
    every_habit.employer_id,
    every_habit.fiscal_year,
    every_habit.habit,
    every_habit.unit,
    every_habit.sex,
    ages.age_group,
    1 as answered,
    if(every_habit.is_good, 1, 0) as good
  from every_habit
  inner join ages on every_habit.person_id = ages.person_id and every_habit.fiscal_year = ages.fiscal_year
)

select * from flagged
