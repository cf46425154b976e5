-- grain: one row per reported checkup that came without guidance level or judgement of metabolic syndrome
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 保健指導レベルかメタボリックシンドローム判定が届いていない
-- en: guidance level or judgement of metabolic syndrome did not come along
-- mend: 計算した判定を入れて書き出しています。事業者健診ではふつうのことです。
with documents as (select * from input.statutory_checkup),

found as (select document_id from documents where delivered_guidance is null or delivered_metabolic is null)

select * from found
