-- grain: one row per person examined (特定健診) in the fiscal year of the list's day, on or before that day
-- key: person_id
-- why: of several checkups in a year the first decides, as everywhere. Age is the age at the end of the fiscal year.
with run as (select * from input.run),

standing as (select * from input.standing),

checkups as (select * from core.checkup where is_linked),

of_year as (
  select checkups.*
  from checkups
  inner join run
    on checkups.fiscal_year = fiscal_year(run.as_of) and checkups.examined_on <= run.as_of
),

first_checkup as (
  select *
  from of_year
  qualify row_number() over (partition by person_id order by examined_on, checkup_id) = 1
),

candidates as (
  select
    first_checkup.person_id,
    standing.exclusion,
    first_checkup.examined_on as on_day,
    standing.sex,
    whole_years(standing.age_month, fiscal_year_end(first_checkup.fiscal_year)) as age,
    first_checkup.age_on_day,
    first_checkup.waist_cm,
    first_checkup.visceral_fat_cm2,
    first_checkup.bmi,
    first_checkup.height_cm,
    first_checkup.weight_kg,
    first_checkup.fpg,
    first_checkup.hba1c,
    first_checkup.casual_glucose,
    first_checkup.tg_fasting,
    first_checkup.tg_casual,
    first_checkup.hdl,
    first_checkup.sbp,
    first_checkup.dbp,
    case first_checkup.meal_time when '3' then 'between' when '4' then 'after' else 'fasting' end as meal_time,
    case first_checkup.smoking when '1' then 'current' when '2' then 'former' when '3' then 'no' end as smoking,
    case
      when first_checkup.medication_bp = '1' or first_checkup.medication_bp_check is not null then true
      when first_checkup.medication_bp = '2' then false
    end as medication_bp,
    case
      when first_checkup.medication_glucose = '1' or first_checkup.medication_glucose_check is not null then true
      when first_checkup.medication_glucose = '2' then false
    end as medication_glucose,
    case
      when first_checkup.medication_lipid = '1' or first_checkup.medication_lipid_check is not null then true
      when first_checkup.medication_lipid = '2' then false
    end as medication_lipid
  from first_checkup
  inner join standing on first_checkup.person_id = standing.person_id
)

select * from candidates
