-- grain: one row per reported checkup whose sex is not that of the ledger
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 性別が加入者台帳と違う
-- en: the sex is not that of the ledger
-- mend: 加入者台帳か健診結果の性別を直してください。性別は判定の基準を左右します。
with documents as (select * from input.statutory_checkup),

found as (
  select document_id
  from documents
  where case delivered_sex when '1' then 'male' when '2' then 'female' end <> sex
)

select * from found
