-- grain: one row per modifier code (修飾語), from its newest edition
-- key: code
-- why: 8002 (の疑い) and every modifier with 疑 in its name mark a disease that is only suspected.
with modifiers as (select * from staging.master_modifier),

newest as (
  select
    code,
    name,
    category,
    code = '8002' or coalesce(name like '%疑%', false) as is_suspicion
  from modifiers
  qualify row_number() over (partition by code order by edition desc) = 1
)

select * from newest
