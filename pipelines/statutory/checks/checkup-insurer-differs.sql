-- grain: one row per reported checkup with another insurer's number
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 健診結果の保険者番号がこの組合のものでない
-- en: the insurer number is another one
-- mend: 健診機関に、保険者番号を直した結果の再提出を依頼してください。
with documents as (select * from input.statutory_checkup),

found as (select document_id from documents where insurer_number <> own_insurer_number)

select * from found
