-- grain: one row per person and fiscal year who is a target of guidance (積極的支援, 動機付け支援) by the checkup of the year
-- key: person_id, fiscal_year
-- why: the level is the computed one. Whoever is on medicine is no target: by the questionnaire or the insurer's re-check the
-- level is none already; whoever began medicine after guidance had begun is left out unless guidance was completed. What
-- became of a target is what its courses of the year came to, the furthest one; a course of 動機付け支援 does not complete 積極的支援.
-- can_be_equivalent: 動機付け支援相当 will do.
with years as (select * from core.checkup_year where guidance_level in ('intensive', 'motivational')),

courses as (select * from core.guidance_course),

second_years as (select * from judged.guidance_equivalent),

stages as (
  select
    course_id,
    person_id,
    fiscal_year,
    contractor,
    first_interview_on,
    "level" as course_level,
    status,
    case
      when status = 'completed' then 'completed'
      when status = 'excluded' then 'excluded'
      when status = 'dropped' then 'dropped'
      when first_interview_on is null then 'target'
      when supports_given > 0 or final_on is not null then 'underway'
      else 'interviewed'
    end as stage
  from courses
),

furthest as (
  select *
  from stages
  qualify row_number() over (
    partition by person_id, fiscal_year
    order by
      case stage
        when 'completed' then 1 when 'excluded' then 2 when 'underway' then 3 when 'interviewed' then 4 when 'dropped' then 5
        else 6
      end,
      first_interview_on, course_id
  ) = 1
),

targets as (
  select
    years.person_id,
    years.household_id,
    years.employer_id,
    years.fiscal_year,
    years.unit,
    years.relation,
    years.sex,
    years.age,
    years.checkup_id,
    years.guidance_level as "level",
    case
      when furthest.stage = 'completed' and years.guidance_level = 'intensive' and furthest.course_level = 'motivational'
        then 'underway'
      else coalesce(furthest.stage, 'target')
    end as stage,
    furthest.course_id,
    furthest.contractor,
    furthest.first_interview_on,
    coalesce(furthest.course_level = 'motivational-equivalent', false) as is_equivalent,
    coalesce(second_years.level = 'equivalent', false) as can_be_equivalent
  from years
  left join furthest on years.person_id = furthest.person_id and years.fiscal_year = furthest.fiscal_year
  left join second_years on years.checkup_id = second_years.checkup_id
  where furthest.stage is distinct from 'excluded'
)

select * from targets
