-- grain: one row per span of cover in the newest ledger (加入者台帳 is a full extract: older ones are replaced)
-- key: span_id
-- why: a span that ends before it begins covers no day; it is kept and marked.
with spans as (select * from staging.eligibility),

editions as (select * from staging.edition),

newest as (
  select file_id
  from editions
  where kind = 'eligibility'
  qualify row_number() over (order by as_of desc nulls last, file_id desc) = 1
),

current_spans as (
  select
    spans.* exclude (file_id),
    spans.lost_on is null or spans.lost_on > spans.gained_on as has_cover
  from spans
  inner join newest on spans.file_id = newest.file_id
)

select * from current_spans
