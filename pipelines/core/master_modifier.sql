-- grain: one row per modifier code (修飾語), from its newest edition
-- key: code
-- why: 8002 (の疑い) and every modifier with 疑 in its name mark a disease that is only suspected.
with modifiers as (select * from staging.master_modifier),

editions as (select * from staging.edition),

newest as (
  select
    modifiers.code,
    modifiers.name,
    modifiers.category,
    modifiers.code = '8002' or modifiers.name like '%疑%' as is_suspicion
  from modifiers
  inner join editions on modifiers.file_id = editions.file_id
  qualify row_number() over (
    partition by modifiers.code order by editions.as_of desc nulls last, modifiers.file_id desc
  ) = 1
)

select * from newest
