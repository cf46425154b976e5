-- ja: レセプトなどのファイルごとに、入ってきた記録・件数・点数・金額 = 版（いまのもの・置き換え・返戻など） + 重複 + 隔離
-- en: Per file of receipts, records, receipts, points and yen that came in = versions (current or ended) + duplicates + quarantined
with versions as (
  select receipts.file_id, receipts.records, versions.points, versions.yen + versions.meal_yen as yen
  from core.receipt_version as versions
  inner join staging.receipt as receipts on versions.receipt_id = receipts.receipt_id
  where versions.step = 0
),

loaded as (
  select file_id, sum(records) as records, count(*) as receipts, sum(points) as points, sum(yen) as yen
  from versions
  group by file_id
),

arrived as (
  select file_id, records, receipts, points, yen
  from raw.file
  where receipts > 0 and kind <> 'checkup' or file_id in (select file_id from loaded)
),

duplicates as (
  select file_id, sum(records) as records, sum(receipts) as receipts, sum(points) as points, sum(yen) as yen
  from raw.duplicate
  group by file_id
),

quarantined as (
  select file_id, sum(records) as records, sum(receipts) as receipts, sum(points) as points, sum(yen) as yen
  from raw.quarantine
  group by file_id
),

compared as (
  select
    coalesce(arrived.records, 0)
      = coalesce(loaded.records, 0) + coalesce(duplicates.records, 0) + coalesce(quarantined.records, 0)
    and coalesce(arrived.receipts, 0)
      = coalesce(loaded.receipts, 0) + coalesce(duplicates.receipts, 0) + coalesce(quarantined.receipts, 0)
    and coalesce(arrived.points, 0)
      = coalesce(loaded.points, 0) + coalesce(duplicates.points, 0) + coalesce(quarantined.points, 0)
    and coalesce(arrived.yen, 0)
      = coalesce(loaded.yen, 0) + coalesce(duplicates.yen, 0) + coalesce(quarantined.yen, 0) as is_conserved
  from arrived
  left join loaded on arrived.file_id = loaded.file_id
  left join duplicates on arrived.file_id = duplicates.file_id
  left join quarantined on arrived.file_id = quarantined.file_id
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
