-- grain: one row per reported item of a reported checkup
-- key: document_id, item_code
-- why: items that are no part of 特定健診 are not reported (pipelines/reference/state-report-item.csv).
with documents as (select document_id, checkup_id from input.statutory_checkup),

results as (select * from core.checkup_result),

items as (select code from reference.state_report_item),

reported as (
  select documents.document_id, results.* exclude (checkup_id)
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  inner join items on results.item_code = items.code
)

select * from reported
