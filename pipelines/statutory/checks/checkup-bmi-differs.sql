-- grain: one row per reported checkup whose BMI is not that of its height and weight
-- key: document_id
-- of: checkup
-- severity: check
-- ja: BMIが身長・体重から計算した値と違う
-- en: the BMI is not that of height and weight
-- mend: 身長・体重・BMIのどれが誤りか、健診機関に確かめてください。
with documents as (select * from input.statutory_checkup where height_cm > 0),

found as (
  select document_id
  from documents
  where half_up(weight_kg * 10000 / (height_cm * height_cm), 1) not between bmi - 0.15 and bmi + 0.15
)

select * from found
