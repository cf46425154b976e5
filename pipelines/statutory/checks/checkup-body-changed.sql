-- grain: one row per reported checkup whose height or weight is far from that of last year
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 身長か体重が前年度から大きく変わっている
-- en: height or weight is far from last year's
-- mend: 別の人の結果や、身長と体重の取り違えのことがあります。健診機関に確かめてください。
with run as (select * from input.run),

documents as (select * from input.statutory_checkup),

before as (select person_id, fiscal_year, height_cm, weight_kg from core.checkup_year),

found as (
  select documents.document_id
  from documents
  inner join before
    on documents.person_id = before.person_id and documents.fiscal_year = before.fiscal_year + 1
  inner join run on documents.fiscal_year = run.fiscal_year
  where
    documents.height_cm not between before.height_cm - run.height_change and before.height_cm + run.height_change
    or documents.weight_kg not between before.weight_kg - run.weight_change and before.weight_kg + run.weight_change
)

select * from found
