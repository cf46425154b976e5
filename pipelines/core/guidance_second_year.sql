-- grain: one row per person and fiscal year with a checkup in it and in the year before, as rule guidance-equivalent reads it
-- key: checkup_id
-- as: view
-- why: changes count only where waist and weight were measured alike in both years.
with pairs as (select * from core.checkup_pair),

people as (
  select
    checkup_id,
    examined_on as on_day,
    to_level as support_level,
    from_level as last_level,
    was_completed as last_completed,
    to_waist as waist_cm,
    to_weight as weight_kg,
    from_bmi as last_bmi,
    if(waist_comparable, from_waist, null) as last_waist_cm,
    from_weight as last_weight_kg
  from pairs
)

select * from people
