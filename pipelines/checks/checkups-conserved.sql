-- ja: 健診のファイルごとに、入ってきた結果 = 集計対象 + 重複 + 隔離
-- en: Per checkup file, documents that came in = loaded + duplicates + quarantined
with files as (select * from raw.file where kind = 'checkup'),

loaded as (select file_id, sum(records) as documents from core.checkup group by file_id),

duplicates as (select file_id, sum(records) as documents from raw.duplicate group by file_id),

quarantined as (select file_id, sum(records) as documents from raw.quarantine group by file_id),

compared as (
  select
    coalesce(files.records, 0) = coalesce(loaded.documents, 0)
      + coalesce(duplicates.documents, 0)
      + coalesce(quarantined.documents, 0) as is_conserved
  from files
  left join loaded on files.file_id = loaded.file_id
  left join duplicates on files.file_id = duplicates.file_id
  left join quarantined on files.file_id = quarantined.file_id
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
