-- grain: one row per employer (事業所), from the newest list that names it, or only from the ledger
-- key: employer_code
-- why: a group of society.toml wins over the group code of the employer list.
with listed as (select * from staging.employer),

editions as (select * from staging.edition),

spans as (select distinct employer_code from core.eligibility_span),

groups as (select * from config.employer_group),

newest as (
  select listed.*
  from listed
  inner join editions on listed.file_id = editions.file_id
  qualify row_number() over (
    partition by listed.employer_code order by editions.as_of desc nulls last, listed.file_id desc
  ) = 1
),

codes as (
  select employer_code from newest
  union
  select employer_code from spans
),

employers as (
  select
    cast(row_number() over (order by codes.employer_code) as integer) as employer_id,
    codes.employer_code,
    coalesce(newest.name, codes.employer_code) as name,
    newest.industry,
    newest.prefecture,
    coalesce(groups.group_code, newest.group_code) as group_code,
    newest.opened_on,
    newest.closed_on
  from codes
  left join newest on codes.employer_code = newest.employer_code
  left join groups on codes.employer_code = groups.employer_code
)

select * from employers
