-- grain: one row per course of guidance that was finished too late for the report of its own year
-- key: document_id
-- of: guidance
-- severity: check
-- ja: 前年度の健診による支援で、前回の期限のあとに終了した
-- en: guidance of last year's checkup that was finished after the last day to report
-- mend: この年度の報告に含めて書き出しています。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where is_late)

select * from found
