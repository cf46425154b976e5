-- grain: one row per reported checkup of a person with further ones in the year
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 同じ人に同じ年度の健診がほかにもある
-- en: the person has further checkups in the year
-- mend: 必須項目のそろったもの、なければいちばん早いものを報告します。ほかは報告しません。
with documents as (select * from input.statutory_checkup),

checkups as (select person_id, fiscal_year, count(*) as checkups from core.checkup where is_kept group by person_id, fiscal_year),

found as (
  select documents.document_id
  from documents
  inner join checkups
    on documents.person_id = checkups.person_id and documents.fiscal_year = checkups.fiscal_year
  where checkups.checkups > 1
)

select * from found
