-- grain: one row per course of guidance without the number of its contractor
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 保健指導機関番号がない
-- en: the number of the contractor is missing
-- mend: 保健指導機関に番号を確かめてください。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where contractor is null)

select * from found
