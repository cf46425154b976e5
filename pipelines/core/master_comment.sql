-- grain: one row per comment code (コメントコード), from its newest edition
-- key: code
-- why: the text of a comment does not change with the month; its code stays in old receipts.
with comments as (select * from staging.master_comment),

newest as (
  select
    code,
    name,
    pattern,
    digits_at,
    valid_to
  from comments
  qualify row_number() over (partition by code order by edition desc) = 1
)

select * from newest
