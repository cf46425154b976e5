-- grain: one row per person of the target population of the year (特定健康診査の対象者)
-- key: person_id
-- why: the figures of the report are of these persons. What they were last year counts where they were assessed in both
-- years. Guidance targets are those of core.guidance_target: whoever turned out to be on medicine is none. Guidance that was
-- completed after the last day to report (due_on) does not count as completed in this report.
with run as (select * from input.run),

targets as (select * from core.checkup_target),

checkups as (select * from core.checkup_year),

answers as (select * from core.checkup_person),

guidance as (select * from core.guidance_target),

courses as (select * from core.guidance_course),

bands as (
  select
    code,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_band
),

assessed as (
  select
    targets.person_id,
    targets.fiscal_year,
    checkups.metabolic_syndrome,
    checkups.guidance_level,
    coalesce(answers.medication_bp, false) as on_bp,
    coalesce(answers.medication_lipid, false) as on_lipid,
    coalesce(answers.medication_glucose, false) as on_glucose,
    guidance.level as guided,
    guidance.stage <> 'target' as is_used,
    guidance.stage = 'completed' and courses.final_on <= run.due_on as is_completed
  from targets
  inner join checkups
    on targets.person_id = checkups.person_id and targets.fiscal_year = checkups.fiscal_year
  left join answers on checkups.checkup_id = answers.checkup_id
  left join guidance
    on targets.person_id = guidance.person_id and targets.fiscal_year = guidance.fiscal_year
  left join courses on guidance.course_id = courses.course_id
  cross join run
  where targets.is_assessed
),

people as (
  select
    targets.person_id,
    targets.sex,
    bands.code as band,
    targets.in_denominator,
    targets.in_numerator,
    this_year.person_id is not null as is_assessed,
    this_year.metabolic_syndrome,
    coalesce(this_year.on_bp, false) as on_bp,
    coalesce(this_year.on_lipid, false) as on_lipid,
    coalesce(this_year.on_glucose, false) as on_glucose,
    this_year.guided,
    coalesce(this_year.is_used, false) as is_used,
    coalesce(this_year.is_completed, false) as is_completed,
    if(this_year.person_id is null, null, last_year.metabolic_syndrome) as metabolic_before,
    if(this_year.person_id is null, null, last_year.guided) as guided_before
  from targets
  inner join run on targets.fiscal_year = run.fiscal_year
  inner join bands on targets.age between bands.age_from and bands.age_to
  left join assessed as this_year
    on targets.person_id = this_year.person_id and this_year.fiscal_year = run.fiscal_year
  left join assessed as last_year
    on targets.person_id = last_year.person_id and last_year.fiscal_year = run.fiscal_year - 1
)

select * from people
