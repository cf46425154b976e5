-- grain: one row per reported checkup with a choice that its list does not have
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 健診の選択肢の番号が、その項目のコード表（健診日の期のもの）にない
-- en: a choice is not in the list of its item, or in that of an earlier period
-- mend: 健診機関に選択肢を確かめ、直した結果を取り込んでください（kenpo inspect が場所を示します）。
-- why: lists of the 3rd period hold for checkups until March 2024.
with documents as (select * from input.statutory_checkup),

results as (select * from core.checkup_result where state = 'measured' and choice is not null),

reported as (select code from reference.state_report_item),

items as (select code, system, choices, former from reference.checkup_items where type in ('CD', 'CO')),

compared as (
  select
    documents.document_id,
    case
      when results.choice_system = items.system then ' ' || items.choices || ' '
      when documents.examined_on < date '2024-04-01'
        and text_part(items.former, 1, text_length(results.choice_system) + 1) = results.choice_system || ':'
        then ' ' || text_part(items.former, text_length(results.choice_system) + 2, 100) || ' '
      else ''
    end as listed,
    ' ' || results.choice || ' ' as chosen
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  inner join reported on results.item_code = reported.code
  inner join items on results.item_code = items.code
),

found as (
  select document_id
  from compared
  where listed not like '%' || chosen || '%'
  group by document_id
)

select * from found
