-- grain: one row per course of guidance at a level that its checkup does not call for
-- key: document_id
-- of: guidance
-- severity: check
-- ja: 支援の区分が、健診の階層化と違う
-- en: the level of guidance is not that of the checkup
-- mend: 積極的支援の対象者には積極的支援（要件を満たせば動機付け支援相当）、動機付け支援の対象者には動機付け支援です。
with documents as (select * from input.statutory_course),

found as (
  select document_id
  from documents
  where
    (checkup_level = 'intensive' and level not in ('intensive', 'motivational-equivalent'))
    or (checkup_level = 'motivational' and level <> 'motivational')
    or checkup_level not in ('intensive', 'motivational')
)

select * from found
