-- grain: one row per course of guidance that is said to be completed and is not by the rule
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 「終了」とあるのに、終了の要件（ポイント・期間・実績評価）を満たさない
-- en: it is said to be completed but lacks points, time or evaluation
-- mend: kenpo guidance で要件を確かめ、保健指導機関に支援の記録を確かめてください。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where delivered_completed and not is_completed)

select * from found
