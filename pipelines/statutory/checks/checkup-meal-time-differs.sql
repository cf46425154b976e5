-- grain: one row per reported checkup whose glucose or triglyceride items do not go with the hours since the meal
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 空腹時・随時の項目と、採血時間（食後）が合わない
-- en: fasting or casual items do not go with the hours since the meal
-- mend: 空腹時の値は食後10時間以上、随時の値は10時間未満です。健診機関に確かめてください。
with documents as (select * from input.statutory_checkup),

found as (
  select document_id
  from documents
  where
    (meal_time in ('3', '4') and (fpg is not null or tg_fasting is not null))
    or (meal_time in ('1', '2') and (casual_glucose is not null or tg_casual is not null))
)

select * from found
