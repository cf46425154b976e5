-- ja: 健診・保健指導のファイルごとに、入ってきた決済の件数と円 = 取り込み（確定待ちを含む） + 重複 + 隔離
-- en: Per file of checkups and guidance, claims and yen that came in = taken in (also waiting) + duplicates + quarantined
with files as (select * from raw.file where kind = 'checkup'),

loaded as (
  select file_id, count(*) as claims, sum(coalesce(claim_yen, 0)) as yen from raw.checkup_claim group by file_id
),

duplicates as (
  select file_id, sum(receipts) as claims, sum(yen) as yen from raw.duplicate group by file_id
),

quarantined as (
  select file_id, sum(receipts) as claims, sum(yen) as yen from raw.quarantine group by file_id
),

compared as (
  select
    coalesce(files.receipts, 0) = coalesce(loaded.claims, 0)
      + coalesce(duplicates.claims, 0) + coalesce(quarantined.claims, 0)
    and coalesce(files.yen, 0) = coalesce(loaded.yen, 0)
      + coalesce(duplicates.yen, 0) + coalesce(quarantined.yen, 0) as is_conserved
  from files
  left join loaded on files.file_id = loaded.file_id
  left join duplicates on files.file_id = duplicates.file_id
  left join quarantined on files.file_id = quarantined.file_id
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
