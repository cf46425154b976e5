-- grain: one row per person aged 40-75 at the end of a fiscal year with a covered day in it: target population of 特定健診
-- key: person_id, fiscal_year
-- why: what rule checkup-target comes to. Unit and employer are those of the year (core.member_year); in a year without
-- delivered claims there is no unit, and relation and household are those of the newest cover.
with candidates as (select * from core.checkup_candidate),

judged as (select * from judged.checkup_target),

member_years as (select * from core.member_year),

targets as (
  select
    candidates.person_id,
    candidates.fiscal_year,
    candidates.age,
    coalesce(member_years.relation, candidates.relation) as relation,
    candidates.sex,
    member_years.unit,
    member_years.employer_id,
    coalesce(member_years.household_id, candidates.household_id) as household_id,
    candidates.checkup_id,
    judged.level as target_level,
    judged.reasons as target_reasons,
    candidates.exclusion,
    candidates.enrolled_whole_year as whole_year,
    judged.is_target,
    judged.in_denominator,
    candidates.is_examined as examined,
    candidates.has_required_items,
    judged.in_numerator,
    judged.is_assessed
  from candidates
  inner join judged on candidates.candidate_id = judged.candidate_id
  left join member_years
    on candidates.person_id = member_years.person_id and candidates.fiscal_year = member_years.fiscal_year
)

select * from targets
