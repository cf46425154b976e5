-- grain: one row per reported checkup that lacks a required item
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 必須項目に欠測がある
-- en: a required item is missing
-- mend: 報告はできますが、受診者数には入りません。省略の理由（生理中、排尿障害など）か再測定の結果を健診機関に確かめてください。
-- why: whoever can still be judged is assessed and reported, but does not count as examined.
with documents as (select * from input.statutory_checkup),

found as (select document_id from documents where not has_required_items)

select * from found
