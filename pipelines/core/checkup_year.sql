-- grain: one row per person and fiscal year with a kept checkup
-- key: person_id, fiscal_year
-- why: of several checkups of a year the complete one (every required item) counts, else the earliest. Age is the age at
-- the end of the year; unit, relation, employer and household are those of the year (core.member_year), in a year
-- without delivered claims those of the newest cover.
with people as (select * from core.checkup_person),

checkups as (select * from core.checkup where is_kept),

member_years as (select * from core.member_year),

spans as (select * from core.eligibility_span where has_cover),

guidance as (select * from judged.guidance_level),

metabolic as (select * from judged.metabolic_syndrome),

referral as (select * from judged.referral),

ckd as (select * from judged.ckd_stage),

nephropathy as (select * from judged.diabetic_nephropathy),

outreach as (select * from judged.outreach_tier),

first_of_year as (
  select checkup_id, person_id, fiscal_year, examined_on, sex, age
  from people
  qualify row_number() over (
    partition by person_id, fiscal_year order by has_required_items desc, examined_on, checkup_id
  ) = 1
),

cover_on_day as (
  select first_of_year.checkup_id, spans.household_id, spans.relation
  from first_of_year
  inner join spans
    on first_of_year.person_id = spans.person_id
    and spans.gained_on <= first_of_year.examined_on
    and (spans.lost_on is null or spans.lost_on > first_of_year.examined_on)
  qualify row_number() over (
    partition by first_of_year.checkup_id order by spans.gained_on desc, spans.span_id desc
  ) = 1
),

years as (
  select
    first_of_year.checkup_id,
    first_of_year.person_id,
    coalesce(member_years.household_id, cover_on_day.household_id) as household_id,
    member_years.employer_id,
    first_of_year.fiscal_year,
    member_years.unit,
    coalesce(member_years.relation, cover_on_day.relation) as relation,
    first_of_year.sex,
    first_of_year.age,
    guidance.level as guidance_level,
    guidance.cause as guidance_cause,
    guidance.step2_glucose as glucose_risk,
    guidance.step2_lipid as lipid_risk,
    guidance.step2_blood_pressure as blood_pressure_risk,
    metabolic.level as metabolic_syndrome,
    metabolic.abdomen as has_abdominal_obesity,
    referral.level as referral,
    ckd.egfr as ckd_egfr,
    ckd.g as ckd_g,
    ckd.a as ckd_a,
    ckd.level as ckd_level,
    nephropathy.level as diabetic_nephropathy,
    outreach.level as outreach_tier,
    checkups.* exclude (checkup_id, person_id, fiscal_year, is_linked, unlinked_reason, is_withdrawn, is_kept, records)
  from first_of_year
  inner join checkups on first_of_year.checkup_id = checkups.checkup_id
  inner join cover_on_day on first_of_year.checkup_id = cover_on_day.checkup_id
  left join member_years
    on first_of_year.person_id = member_years.person_id
    and first_of_year.fiscal_year = member_years.fiscal_year
  left join guidance on first_of_year.checkup_id = guidance.checkup_id
  left join metabolic on first_of_year.checkup_id = metabolic.checkup_id
  left join referral on first_of_year.checkup_id = referral.checkup_id
  left join ckd on first_of_year.checkup_id = ckd.checkup_id
  left join nephropathy on first_of_year.checkup_id = nephropathy.checkup_id
  left join outreach on first_of_year.checkup_id = outreach.checkup_id
)

select * from years
