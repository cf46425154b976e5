-- grain: one row per course of guidance that the report of the year is about
-- key: document_id
-- why: a course belongs to the fiscal year of its checkup; one that was finished after the last day to report belongs to the
-- report of the next year.
with run as (select * from input.run),

courses as (select * from core.guidance_course),

checkups as (select * from input.statutory_checkup),

sent as (select * from core.guidance where is_linked),

delivered as (
  select row_id(file_id, guidance_seq) as guidance_id, document, sex, insurer_number
  from raw.guidance
),

last_document as (
  select sent.course_id, sent.file_id, delivered.document, delivered.sex, delivered.insurer_number
  from sent
  inner join delivered on sent.guidance_id = delivered.guidance_id
  qualify row_number() over (
    partition by sent.course_id order by sent.event_on desc, sent.file_id desc, sent.guidance_id desc
  ) = 1
),

reported as (
  select
    courses.course_id as document_id,
    courses.*,
    last_document.file_id,
    last_document.document as "position",
    last_document.sex as delivered_sex,
    last_document.insurer_number,
    run.insurer_number as own_insurer_number,
    courses.fiscal_year < run.fiscal_year as is_late,
    checkups.document_id as reported_checkup_id,
    checkups.guidance_level as checkup_level,
    checkups.sex as sex
  from courses
  inner join run
    on (courses.fiscal_year = run.fiscal_year and (courses.final_on is null or courses.final_on <= run.due_on))
    or (courses.fiscal_year = run.fiscal_year - 1 and courses.final_on > run.due_before)
  inner join last_document on courses.course_id = last_document.course_id
  left join checkups on courses.checkup_id = checkups.checkup_id
)

select * from reported
