-- grain: one row per reported checkup whose delivered guidance level is not the one the rule comes to
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 届いた保健指導レベルが、計算した階層化と違う
-- en: the delivered guidance level is not the one computed
-- mend: 届いたまま書き出しています。kenpo levels で健診機関ごとの違いを見て、健診機関に確かめてください。
with documents as (select * from input.statutory_checkup),

mismatches as (select * from core.level_mismatch where kind = 'guidance'),

found as (
  select documents.document_id
  from documents
  inner join mismatches on documents.checkup_id = mismatches.checkup_id
)

select * from found
