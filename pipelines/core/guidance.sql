-- grain: one row per guidance document (保健指導結果) taken in, linked to a person or not, with the course it belongs to
-- key: guidance_id
-- why: a document is linked when its person is covered on the day it tells of. A course is all that follows one checkup of
-- a person: the one the document names; else, for a first interview, the latest one before it; for later documents that
-- of the latest first interview, else the latest checkup before them. What follows no checkup is a course of its own. The
-- day of a start (21) or evaluation (22) that tells of no support stands for the interview or evaluation.
with documents as (select * from staging.guidance),

supports as (select * from staging.guidance_support),

links as (select * from raw.person_link),

spans as (select * from core.eligibility_span where has_cover),

checkups as (select person_id, examined_on from core.checkup where is_kept),

held as (
  select
    guidance_id,
    min(held_on) filter (where kind = 'first') as first_held_on,
    min(held_on) filter (where kind = 'final') as final_held_on,
    max(held_on) as last_held_on
  from supports
  group by guidance_id
),

found as (
  select
    documents.* exclude (event_on, examined_on),
    coalesce(documents.event_on, held.last_held_on, documents.examined_on) as event_on,
    documents.examined_on as named_on,
    held.first_held_on,
    held.final_held_on,
    coalesce(by_branch.person_id, by_name.person_id, by_base.person_id) as person_id
  from documents
  left join held on documents.guidance_id = held.guidance_id
  left join links as by_branch on documents.key_branch = by_branch."key"
  left join links as by_name on documents.key_name = by_name."key"
  left join links as by_base on documents.key_base = by_base."key"
),

covered as (
  select distinct found.guidance_id
  from found
  inner join spans
    on found.person_id = spans.person_id
    and spans.gained_on <= found.event_on
    and (spans.lost_on is null or spans.lost_on > found.event_on)
),

linked as (
  select
    found.* exclude (first_held_on, final_held_on),
    if(found.report_code = '21' and found.first_held_on is null, found.event_on, null) as interview_told_on,
    if(found.report_code = '22' and found.final_held_on is null, found.event_on, null) as evaluation_told_on,
    if(found.report_code = '21', coalesce(found.first_held_on, found.event_on), found.first_held_on) as first_held_on,
    covered.guidance_id is not null as is_linked,
    case
      when found.person_id is null then 'no_person'
      when covered.guidance_id is null then 'no_cover'
    end as unlinked_reason
  from found
  left join covered on found.guidance_id = covered.guidance_id
),

after_checkup as (
  select linked.guidance_id, checkups.examined_on
  from linked
  inner join checkups
    on linked.person_id = checkups.person_id
    and checkups.examined_on <= coalesce(linked.first_held_on, linked.event_on)
  where linked.is_linked and linked.named_on is null
  qualify row_number() over (partition by linked.guidance_id order by checkups.examined_on desc) = 1
),

begun as (
  select linked.person_id, linked.first_held_on, coalesce(linked.named_on, after_checkup.examined_on) as examined_on
  from linked
  left join after_checkup on linked.guidance_id = after_checkup.guidance_id
  where linked.is_linked and linked.first_held_on is not null
),

after_interview as (
  select linked.guidance_id, begun.examined_on
  from linked
  inner join begun on linked.person_id = begun.person_id and begun.first_held_on <= linked.event_on
  where linked.is_linked and linked.named_on is null and linked.first_held_on is null
  qualify row_number() over (partition by linked.guidance_id order by begun.first_held_on desc, begun.examined_on desc) = 1
),

placed as (
  select
    linked.guidance_id,
    linked.file_id,
    linked.person_id,
    linked.is_linked,
    linked.unlinked_reason,
    linked.form,
    linked.layout,
    linked.provenance,
    linked.institution,
    linked.report_code,
    linked.level_code,
    linked.event_on,
    linked.interview_told_on,
    linked.evaluation_told_on,
    coalesce(linked.named_on, after_interview.examined_on, after_checkup.examined_on) as examined_on,
    linked.records
  from linked
  left join after_interview on linked.guidance_id = after_interview.guidance_id
  left join after_checkup on linked.guidance_id = after_checkup.guidance_id
),

numbered as (
  select
    *,
    case
      when not is_linked then null
      when examined_on is null then guidance_id
      else min(if(is_linked, guidance_id, null)) over (partition by person_id, examined_on)
    end as course_id
  from placed
)

select * from numbered
