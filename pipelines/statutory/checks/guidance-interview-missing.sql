-- grain: one row per course of guidance without a first interview
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 初回面接がない
-- en: there is no first interview
-- mend: 保健指導機関に、初回面接の実施日と形態を確かめてください。分割した初回面接は、2回目まで終わると数えます。
with documents as (select * from input.statutory_course),

found as (select document_id from documents where first_interview_on is null)

select * from found
