-- grain: one row per code of a visiting-nurse fee and edition of the visiting-nurse fee master (訪問看護療養費マスター), numbered from the oldest
-- key: code, edition
-- as: view
-- why: a difference file, which has no unchanged row (変更区分 0), leaves empty what did not change: it is taken over from
-- the edition before. A row holds from its own day of change, else from the date of its edition.
with recursive source as (select * from raw.master_nursing),

editions as (select * from staging.edition),

differences as (
  select file_id from source group by file_id having min(change) > 0
),

numbered as (
  select
    source.code,
    row_number() over (
      partition by source.code order by coalesce(editions.as_of, date '1900-01-01'), source.file_id, source.valid_from
    ) as edition,
    coalesce(differences.file_id is not null and source.change in (1, 5, 9), false) as is_partial,
    coalesce(source.valid_from, editions.as_of, date '1900-01-01') as starts_on,
    source.name,
    source.amount_type,
    source.amount_milliyen,
    source.valid_to
  from source
  inner join editions on source.file_id = editions.file_id
  left join differences on source.file_id = differences.file_id
),

filled as (
  select
    code,
    edition,
    starts_on,
    name,
    amount_type,
    amount_milliyen,
    valid_to
  from numbered
  where edition = 1
  union all
  select
    numbered.code,
    numbered.edition,
    numbered.starts_on,
    if(numbered.is_partial, coalesce(numbered.name, filled.name), numbered.name) as name,
    if(numbered.is_partial, coalesce(numbered.amount_type, filled.amount_type), numbered.amount_type) as amount_type,
    if(numbered.is_partial, coalesce(numbered.amount_milliyen, filled.amount_milliyen), numbered.amount_milliyen) as amount_milliyen,
    if(numbered.is_partial, coalesce(numbered.valid_to, filled.valid_to), numbered.valid_to) as valid_to
  from filled
  inner join numbered on filled.code = numbered.code and filled.edition + 1 = numbered.edition
)

select * from filled
