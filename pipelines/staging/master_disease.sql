-- grain: one row per disease code and edition of the disease master (傷病名マスター), numbered from the oldest
-- key: code, edition
-- as: view
-- why: a difference file, which has no unchanged row (変更区分 0), leaves empty what did not change: it is taken over from
-- the edition before. A row holds from its own day of change, else from the date of its edition.
with recursive source as (select * from raw.master_disease),

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
    source.icd10_1 as icd10,
    source.icd10_2 as manifestation_icd10,
    source.successor_code,
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
    icd10,
    manifestation_icd10,
    successor_code,
    valid_to
  from numbered
  where edition = 1
  union all
  select
    numbered.code,
    numbered.edition,
    numbered.starts_on,
    if(numbered.is_partial, coalesce(numbered.name, filled.name), numbered.name) as name,
    if(numbered.is_partial, coalesce(numbered.icd10, filled.icd10), numbered.icd10) as icd10,
    if(numbered.is_partial, coalesce(numbered.manifestation_icd10, filled.manifestation_icd10), numbered.manifestation_icd10) as manifestation_icd10,
    if(numbered.is_partial, coalesce(numbered.successor_code, filled.successor_code), numbered.successor_code) as successor_code,
    if(numbered.is_partial, coalesce(numbered.valid_to, filled.valid_to), numbered.valid_to) as valid_to
  from filled
  inner join numbered on filled.code = numbered.code and filled.edition + 1 = numbered.edition
)

select * from filled
