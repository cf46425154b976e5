-- grain: one row per item of a reported course, of a support or of its section
-- key: document_id, support_id, item_code
-- why: of an item outside of supports the value of the latest document holds; items of a support are those of the document
-- that the support was taken from.
with documents as (select * from input.statutory_course),

supports as (select * from input.statutory_support),

sent as (select * from core.guidance where is_linked),

results as (select * from staging.guidance_result where state = 'measured'),

items as (select code, text_part("section", 1, 5) as first_section from reference.guidance_items where "role" is null),

told as (
  select
    documents.document_id,
    sent.event_on,
    sent.file_id,
    results.* exclude ("section"),
    coalesce(results."section", items.first_section) as "section"
  from documents
  inner join sent on documents.course_id = sent.course_id
  inner join results on sent.guidance_id = results.guidance_id
  inner join items on results.item_code = items.code
),

of_supports as (
  select told.*, supports.support_id
  from told
  inner join supports on told.guidance_id = supports.guidance_id and told.support_seq = supports.support_seq
),

of_sections as (
  select told.*, cast(null as bigint) as support_id
  from told
  where support_seq is null
  qualify row_number() over (
    partition by document_id, item_code order by event_on desc, file_id desc, guidance_id desc, "position"
  ) = 1
),

reported as (
  select * from of_supports
  union all
  select * from of_sections
)

select * from reported
