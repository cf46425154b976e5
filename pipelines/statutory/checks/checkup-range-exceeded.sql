-- grain: one row per reported checkup with a number beyond the range of input that is not marked H or L
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 入力範囲の外の値に、範囲外の印（H・L）がない
-- en: a number beyond the range of input is not marked H or L
-- mend: 値が正しいか健診機関に確かめてください（単位や桁の違いのことがあります）。
with documents as (select * from input.statutory_checkup),

results as (select * from core.checkup_result where state = 'measured' and flag is null),

ranges as (
  select item, cast(low as double) as low, cast(high as double) as high from reference.checkup_input_range
),

found as (
  select documents.document_id
  from documents
  inner join results on documents.checkup_id = results.checkup_id
  inner join ranges on text_part(results.item_code, 1, 5) = ranges.item
  where results."number" < ranges.low or results."number" > ranges.high
  group by documents.document_id
)

select * from found
