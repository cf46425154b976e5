-- grain: one row per support and per item of a reported course: all that its document tells
-- key: document_id, part, support_id, item_code
with supports as (select * from input.statutory_support),

results as (select * from input.statutory_course_result),

told_supports as (
  select
    document_id,
    'support' as part,
    support_id,
    "section",
    held_on as "day",
    form_code,
    "minutes",
    performer_code,
    points,
    institution,
    cast(null as varchar) as item_code,
    cast(null as double) as "number",
    cast(null as varchar) as choice,
    cast(null as varchar) as choice_system,
    cast(null as varchar) as "text"
  from supports
),

told_results as (
  select
    document_id,
    'result' as part,
    support_id,
    "section",
    "day",
    cast(null as varchar) as form_code,
    cast(null as integer) as "minutes",
    cast(null as varchar) as performer_code,
    cast(null as integer) as points,
    cast(null as varchar) as institution,
    item_code,
    "number",
    choice,
    choice_system,
    "text"
  from results
),

parts as (
  select * from told_supports
  union all
  select * from told_results
)

select * from parts
