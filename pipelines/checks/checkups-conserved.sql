-- ja: 健診・保健指導のファイルごとに、入ってきた結果 = 集計対象 + 確定待ち + 重複 + 隔離
-- en: Per file of checkups and guidance, documents that came in = loaded + waiting + duplicates + quarantined
with files as (select * from raw.file where kind = 'checkup'),

confirmed as (select file_id from raw.batch_confirmation),

documents as (
  select file_id, sum(records) as records from raw.checkup group by file_id
  union all
  select file_id, sum(records) as records from raw.guidance group by file_id
  union all
  select file_id, sum(records) as records from raw.checkup_part group by file_id
),

waiting as (
  select documents.file_id, sum(documents.records) as records
  from documents
  left join confirmed on documents.file_id = confirmed.file_id
  where confirmed.file_id is null
  group by documents.file_id
),

checkups as (select file_id, sum(records) as records from core.checkup group by file_id),

guidances as (select file_id, sum(records) as records from core.guidance group by file_id),

parts as (select file_id, sum(records) as records from staging.checkup_part group by file_id),

duplicates as (select file_id, sum(records) as records from raw.duplicate group by file_id),

quarantined as (select file_id, sum(records) as records from raw.quarantine group by file_id),

compared as (
  select
    coalesce(files.records, 0) = coalesce(checkups.records, 0)
      + coalesce(guidances.records, 0)
      + coalesce(parts.records, 0)
      + coalesce(waiting.records, 0)
      + coalesce(duplicates.records, 0)
      + coalesce(quarantined.records, 0) as is_conserved
  from files
  left join checkups on files.file_id = checkups.file_id
  left join guidances on files.file_id = guidances.file_id
  left join parts on files.file_id = parts.file_id
  left join waiting on files.file_id = waiting.file_id
  left join duplicates on files.file_id = duplicates.file_id
  left join quarantined on files.file_id = quarantined.file_id
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
