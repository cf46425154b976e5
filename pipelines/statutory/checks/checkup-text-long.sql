-- grain: one row per reported checkup with a text longer than its item allows
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 所見などの文章が256文字を超えている
-- en: a text is longer than 256 characters
-- mend: 健診機関に、256文字までの文章で出し直すよう依頼してください。
with documents as (select * from input.statutory_checkup),

results as (select * from core.checkup_result where state = 'measured' and text_length("text") > 256),

reported as (select code from reference.state_report_item),

items as (select code from reference.checkup_items where type = 'ST'),

found as (
  select documents.document_id
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  inner join reported on results.item_code = reported.code
  inner join items on results.item_code = items.code
  group by documents.document_id
)

select * from found
