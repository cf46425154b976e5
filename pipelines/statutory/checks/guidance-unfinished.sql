-- grain: one row per course of guidance that was begun and not completed
-- key: document_id
-- of: guidance
-- severity: check
-- ja: 初回面接だけで、終了していない（途中終了を含む）
-- en: begun and not completed (stopped ones included)
-- mend: 終了者には数えません。期限までに実績評価が届くかを、kenpo guidance で保健指導機関ごとに確かめてください。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where first_interview_on is not null and not is_completed)

select * from found
