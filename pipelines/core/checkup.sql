-- grain: one row per checkup (健診) taken in, linked to a person or not, with the values of 特定健診 in columns
-- key: checkup_id
-- why: a checkup is linked when its person is covered on the day of the examination. An item measured by several methods takes its best-ranked code (rank of the item list). Blood pressure is
-- other, then second, then first reading, and the diastolic value is that of the same reading.
with checkups as (select * from staging.checkup),

results as (
  select * from core.checkup_result where state = 'measured' and ("number" is not null or choice is not null)
),

links as (select * from raw.person_link),

items as (select code, wide, cast("rank" as integer) as place from reference.checkup_items where wide is not null),

found as (
  select
    checkups.*,
    coalesce(by_branch.person_id, by_name.person_id, by_base.person_id) as person_id
  from checkups
  left join links as by_branch on checkups.key_branch = by_branch."key"
  left join links as by_name on checkups.key_name = by_name."key"
  left join links as by_base on checkups.key_base = by_base."key"
),

spans as (select * from core.eligibility_span where has_cover),

covered as (
  select distinct found.checkup_id
  from found
  inner join spans
    on found.person_id = spans.person_id
    and spans.gained_on <= found.examined_on
    and (spans.lost_on is null or spans.lost_on > found.examined_on)
),

ranked as (
  select results.checkup_id, items.wide, items.place, results.item_code, results."number" as amount, results.choice
  from results
  inner join items on results.item_code = items.code
),

systolic as (
  select checkup_id, place
  from ranked
  where wide = 'sbp'
  qualify row_number() over (partition by checkup_id order by place, item_code) = 1
),

chosen as (
  select ranked.checkup_id, ranked.wide, ranked.amount, ranked.choice
  from ranked
  left join systolic on ranked.checkup_id = systolic.checkup_id
  where ranked.wide <> 'dbp' or systolic.place is null or ranked.place = systolic.place
  qualify row_number() over (partition by ranked.checkup_id, ranked.wide order by ranked.place, ranked.item_code) = 1
),

wide as (
  select
    checkup_id,
    max(amount) filter (where wide = 'height') as height_cm,
    max(amount) filter (where wide = 'weight') as weight_kg,
    max(amount) filter (where wide = 'bmi') as bmi,
    max(amount) filter (where wide = 'visceral_fat') as visceral_fat_cm2,
    max(amount) filter (where wide = 'waist') as waist_cm,
    max(amount) filter (where wide = 'sbp') as sbp,
    max(amount) filter (where wide = 'dbp') as dbp,
    max(amount) filter (where wide = 'tg_fasting') as tg_fasting,
    max(amount) filter (where wide = 'tg_casual') as tg_casual,
    max(amount) filter (where wide = 'hdl') as hdl,
    max(amount) filter (where wide = 'ldl') as ldl,
    max(amount) filter (where wide = 'non_hdl') as non_hdl,
    max(amount) filter (where wide = 'ast') as ast,
    max(amount) filter (where wide = 'alt') as alt,
    max(amount) filter (where wide = 'ggt') as ggt,
    max(amount) filter (where wide = 'creatinine') as creatinine,
    max(amount) filter (where wide = 'egfr') as egfr,
    max(amount) filter (where wide = 'fpg') as fpg,
    max(amount) filter (where wide = 'casual_glucose') as casual_glucose,
    max(amount) filter (where wide = 'hba1c') as hba1c,
    max(choice) filter (where wide = 'urine_sugar') as urine_sugar,
    max(choice) filter (where wide = 'urine_protein') as urine_protein,
    max(choice) filter (where wide = 'meal_time') as meal_time,
    max(choice) filter (where wide = 'medication_bp') as medication_bp,
    max(choice) filter (where wide = 'medication_bp_check') as medication_bp_check,
    max(choice) filter (where wide = 'medication_glucose') as medication_glucose,
    max(choice) filter (where wide = 'medication_glucose_check') as medication_glucose_check,
    max(choice) filter (where wide = 'medication_lipid') as medication_lipid,
    max(choice) filter (where wide = 'medication_lipid_check') as medication_lipid_check,
    max(choice) filter (where wide = 'smoking') as smoking,
    max(choice) filter (where wide = 'exercise') as exercise,
    max(choice) filter (where wide = 'walking') as walking,
    max(choice) filter (where wide = 'walking_speed') as walking_speed,
    max(choice) filter (where wide = 'eating_speed') as eating_speed,
    max(choice) filter (where wide = 'late_supper') as late_supper,
    max(choice) filter (where wide = 'snacks') as snacks,
    max(choice) filter (where wide = 'skips_breakfast') as skips_breakfast,
    max(choice) filter (where wide = 'drinking_frequency') as drinking_frequency,
    max(choice) filter (where wide = 'drinking_amount') as drinking_amount,
    max(choice) filter (where wide = 'sleep') as sleep
  from chosen
  group by checkup_id
),

joined as (
  select
    found.checkup_id,
    found.file_id,
    found.person_id,
    found.institution,
    found.program,
    found.examined_on,
    fiscal_year(found.examined_on) as fiscal_year,
    found.age_on_day,
    found.records,
    covered.checkup_id is not null as is_linked,
    case
      when found.person_id is null then 'no_person'
      when covered.checkup_id is null then 'no_cover'
    end as unlinked_reason,
    wide.* exclude (checkup_id)
  from found
  left join covered on found.checkup_id = covered.checkup_id
  left join wide on found.checkup_id = wide.checkup_id
)

select * from joined
