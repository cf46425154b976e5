-- grain: one row per course of guidance with another insurer's number
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 保健指導の保険者番号がこの組合のものでない
-- en: the insurer number is another one
-- mend: 保健指導機関に、保険者番号を直した結果の再提出を依頼してください。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where insurer_number <> own_insurer_number)

select * from found
