-- grain: one row per support (支援) of a course of guidance, as rule guidance-support reads it
-- key: support_id
-- why: later files, and the summary made for the state (30), repeat what was told before. A support is told apart by kind,
-- day, form and its place among the like of one file; of the same support the document of the latest day, then of the
-- later file, holds.
-- on_day is the day of the checkup: its period decides how points are counted.
with documents as (
  select *, coalesce(report_code, '') = '30' as is_summary from core.guidance where is_linked
),

supports as (select * from staging.guidance_support),

told as (
  select
    supports.*,
    documents.course_id,
    documents.person_id,
    documents.file_id,
    documents.institution,
    documents.event_on,
    documents.report_code,
    coalesce(documents.examined_on, documents.event_on) as on_day,
    row_number() over (
      partition by
        documents.course_id, documents.file_id, documents.is_summary, supports.kind, supports.held_on, supports.form_code
      order by supports.guidance_id, supports.support_seq
    ) as place
  from supports
  inner join documents on supports.guidance_id = documents.guidance_id
),

latest as (
  select *
  from told
  qualify row_number() over (
    partition by course_id, kind, held_on, form_code, place order by event_on desc, file_id desc, guidance_id desc
  ) = 1
),

named as (
  select
    guidance_id * 10000 + support_seq as support_id,
    course_id,
    person_id,
    on_day,
    institution,
    kind,
    kind = 'first' and (coalesce("section", '') = '90020' or coalesce(report_code, '') = '25') as is_part,
    held_on,
    case
      when form_code in ('1', '2') then 'individual'
      when form_code in ('3', '4') then 'group'
      when form_code = '5' then 'telephone'
      when form_code = '6' then 'mail'
    end as form,
    form_code in ('2', '4') as is_remote,
    "minutes",
    performer_code,
    points as delivered_points
  from latest
)

select * from named
