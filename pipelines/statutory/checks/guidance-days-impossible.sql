-- grain: one row per course of guidance whose days are not in order
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 健診日・初回面接・中間評価・実績評価の順が合わない
-- en: checkup, first interview, interim and final evaluation are not in this order
-- mend: 保健指導機関に日付を確かめてください。
with documents as (select * from input.statutory_course),

found as (
  select document_id
  from documents
  where
    first_interview_on < examined_on
    or interim_on < first_interview_on
    or final_on < first_interview_on
    or final_on < interim_on
)

select * from found
