-- grain: one row per reported checkup at an age that its person cannot have had in the year
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 健診日の年齢が、年度末の年齢と合わないか、対象の年齢でない
-- en: the age on the day does not go with the age at the end of the year, or is outside the target ages
-- mend: 加入者台帳か健診結果の生年月日、または健診日を確かめてください。
with documents as (select * from input.statutory_checkup),

found as (
  select document_id
  from documents
  where age_on_day not between age - 1 and age or age_on_day not between 39 and 74
)

select * from found
