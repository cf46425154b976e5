-- grain: one row per reported checkup whose delivered judgement of metabolic syndrome is not the one the rule comes to
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 届いたメタボリックシンドローム判定が、計算した判定と違う
-- en: the delivered judgement of metabolic syndrome is not the one computed
-- mend: 届いたまま書き出しています。kenpo levels で健診機関ごとの違いを見て、健診機関に確かめてください。
with documents as (select * from input.statutory_checkup),

mismatches as (select * from core.level_mismatch where kind = 'metabolic'),

found as (
  select documents.document_id
  from documents
  inner join mismatches on documents.checkup_id = mismatches.checkup_id
)

select * from found
