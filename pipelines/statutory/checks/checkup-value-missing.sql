-- grain: one row per reported checkup with an item that says it was measured and holds no value
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 「測定した」とあるのに値がない、または値が登録の単位でない項目がある
-- en: an item is said to be measured but has no value, or one in another unit
-- mend: 健診機関に値と単位を確かめ、直した結果を取り込んでください（kenpo inspect が場所を示します）。
with documents as (select * from input.statutory_checkup),

results as (select * from core.checkup_result),

reported as (select code from reference.state_report_item),

items as (select code, type from reference.checkup_items),

found as (
  select documents.document_id
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  inner join reported on results.item_code = reported.code
  inner join items on results.item_code = items.code
  where
    results.state = 'measured'
    and case items.type
      when 'PQ' then results."number" is null and results.flag is null
      when 'ST' then results."text" is null
      else results.choice is null
    end
  group by documents.document_id
)

select * from found
