-- grain: one row per assessed person (評価対象者) aged 40-74 and complete fiscal year whose level and メタボ判定 are decided
-- key: person_id, fiscal_year
-- as: view
-- why: whoever is due by level but no guidance target was found to take medicine after the checkup (excluded). Guidance is
-- that of the target: its stage, first interview and course.
with examined as (select * from core.examined_member),

assessed as (select person_id, fiscal_year from core.checkup_target where is_assessed),

targets as (select * from core.guidance_target),

placed as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    examined.unit,
    examined.relation,
    examined.sex,
    examined.age,
    case
      when targets.person_id is not null then targets.level
      when examined.guidance_level in ('intensive', 'motivational') then 'excluded'
      else examined.guidance_level
    end as level,
    examined.metabolic_syndrome as metabolic,
    targets.person_id is not null as is_due,
    targets.first_interview_on,
    coalesce(targets.stage = 'completed', false) as is_completed,
    targets.course_id
  from examined
  inner join assessed on examined.person_id = assessed.person_id and examined.fiscal_year = assessed.fiscal_year
  left join targets on examined.person_id = targets.person_id and examined.fiscal_year = targets.fiscal_year
  where examined.guidance_level <> 'undecidable' and examined.metabolic_syndrome <> 'undecidable'
)

select * from placed
