-- grain: one row per course of guidance whose checkup is not reported
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: もとになった健診が、この報告にない
-- en: the checkup it follows is not in this report
-- mend: 健診実施年月日が健診結果と合っているか、その人が評価対象者かを確かめてください。前年度の健診による支援（期限後に終了）は除きます。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where reported_checkup_id is null and not is_late)

select * from found
