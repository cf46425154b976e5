-- grain: one row per course of 積極的支援 whose delivered points are not those the rule comes to
-- key: document_id
-- of: guidance
-- severity: check
-- ja: 届いた合計ポイントが、支援と成果から計算したポイントと違う
-- en: the delivered points are not those computed from supports and outcome
-- mend: 届いたまま書き出しています。kenpo guidance で保健指導機関ごとの違いを見て、確かめてください。
with documents as (select * from input.statutory_course where level = 'intensive'),

found as (select document_id from documents where delivered_points <> points)

select * from found
