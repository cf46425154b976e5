-- grain: one row per support (支援) of a reported course
-- key: support_id
-- why: rows of a CSV name no section; it follows from the kind of support.
with documents as (select * from input.statutory_course),

supports as (select * from core.guidance_support),

told as (
  select
    guidance_id * 10000 + support_seq as support_id,
    guidance_id,
    support_seq,
    coalesce(
      "section",
      case kind when 'first' then '90030' when 'continued' then '90040' when 'interim' then '90050' else '90060' end
    ) as "section",
    form_code
  from staging.guidance_support
),

points as (select * from judged.guidance_support),

reported as (
  select
    documents.document_id,
    supports.support_id,
    told.guidance_id,
    told.support_seq,
    told."section",
    supports.held_on,
    told.form_code,
    supports."minutes",
    supports.performer_code,
    coalesce(supports.delivered_points, points.points) as points,
    supports.institution
  from documents
  inner join supports on documents.course_id = supports.course_id
  inner join told on supports.support_id = told.support_id
  left join points on supports.support_id = points.support_id
)

select * from reported
