-- grain: one row per reported checkup with an item that the item list does not have
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 健診項目コード表にない項目がある
-- en: there is an item that the item list does not have
-- mend: その項目は書き出していません。前の期の項目か、機関の独自の項目かを健診機関に確かめてください。
with documents as (select * from input.statutory_checkup),

results as (select * from core.checkup_result),

items as (select code from reference.checkup_items),

found as (
  select documents.document_id
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  left join items on results.item_code = items.code
  where items.code is null
  group by documents.document_id
)

select * from found
