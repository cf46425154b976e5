-- grain: one row per person aged 40-74, complete fiscal year and question (20 of 22) the checkup of the year answers
-- key: person_id, fiscal_year, question
-- why: 標準的な質問票 (標準的な健診・保健指導プログラム). The answer looked at: of questions that are good when yes it is no;
-- chewing 2 and 3; drinking 1 (every day) and amounts from 3 (two go) are the same in the lists before and since fiscal 2024.
with examined as (select * from core.examined_member),

age_groups as (
  select
    code as age_group,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_group
),

questions as (select code from reference.question),

asked as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    questions.code as question,
    examined.sex,
    age_groups.age_group,
    case questions.code
      when 'q01' then examined.medication_bp
      when 'q02' then examined.medication_glucose
      when 'q03' then examined.medication_lipid
      when 'q04' then examined.stroke_history
      when 'q05' then examined.heart_history
      when 'q06' then examined.kidney_history
      when 'q07' then examined.anemia_history
      when 'q09' then examined.weight_gain
      when 'q10' then examined.exercise
      when 'q11' then examined.walking
      when 'q12' then examined.walking_speed
      when 'q13' then examined.chewing
      when 'q14' then examined.eating_speed
      when 'q15' then examined.late_supper
      when 'q16' then examined.snacks
      when 'q17' then examined.skips_breakfast
      when 'q18' then examined.drinking_frequency
      when 'q19' then examined.drinking_amount
      when 'q21' then examined.intention
      when 'q22' then examined.guidance_history
    end as answer
  from examined
  inner join age_groups on examined.age between age_groups.age_from and age_groups.age_to
  cross join questions
),

answered as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    question,
    sex,
    age_group,
    1 as asked,
    case
      when question in ('q10', 'q11', 'q12', 'q22') then if(answer = '2', 1, 0)
      when question = 'q13' then if(answer in ('2', '3'), 1, 0)
      when question = 'q19' then if(answer in ('3', '4', '5'), 1, 0)
      else if(answer = '1', 1, 0)
    end as chosen
  from asked
  where answer is not null
)

select * from answered
