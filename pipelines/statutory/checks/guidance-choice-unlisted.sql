-- grain: one row per course of guidance with a choice that its list does not have
-- key: document_id
-- of: guidance
-- severity: reject
-- ja: 保健指導の選択肢の番号が、その項目のコード表にない
-- en: a choice is not in the list of its item
-- mend: 保健指導機関に選択肢を確かめ、直した結果を取り込んでください（kenpo inspect が場所を示します）。
with results as (select * from input.statutory_course_result where choice is not null),

items as (select * from reference.guidance_items where type = 'CD'),

found as (
  select results.document_id
  from results
  inner join items on results.item_code = items.code
  where ' ' || items.choices || ' ' not like '% ' || results.choice || ' %'
  group by results.document_id
)

select * from found
