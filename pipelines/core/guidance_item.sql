-- grain: one row per course of guidance with an item that decides something, one column per item
-- key: course_id
-- why: later documents of a course complete the earlier ones: of each item the value of the latest day, then of the later
-- file, holds. Codes are those of the item list of guidance (reference.guidance_items).
with documents as (select * from core.guidance where is_linked),

results as (select * from staging.guidance_result where state = 'measured'),

latest as (
  select documents.course_id, results.item_code, results."number" as amount, results.choice
  from results
  inner join documents on results.guidance_id = documents.guidance_id
  qualify row_number() over (
    partition by documents.course_id, results.item_code
    order by documents.event_on desc, documents.file_id desc, documents.guidance_id desc, results."position"
  ) = 1
),

wide as (
  select
    course_id,
    max(choice) filter (where item_code = '1020000001') as level_code,
    max(choice) filter (where item_code = '1022000016') as early_code,
    max(if(item_code in ('1020000005', '1020000006', '1020000007') and choice = '1', 1, 0)) as drug_started,
    max(amount) filter (where item_code = '1042001031') as final_waist_cm,
    max(amount) filter (where item_code = '1042001032') as final_weight_kg,
    max(amount) filter (where item_code = '1042000116') as attempts,
    max(choice) filter (where item_code = '1042001044') as waist_weight,
    max(choice) filter (where item_code = '1042001042') as diet,
    max(choice) filter (where item_code = '1042001041') as exercise,
    max(choice) filter (where item_code = '1042001045') as rest,
    max(choice) filter (where item_code = '1042001046') as other_habit,
    max(choice) filter (where item_code = '1042001043') as smoking,
    max(amount) filter (where item_code = '1042001060') as outcome_points,
    max(amount) filter (where item_code = '1042010070') as process_points,
    max(amount) filter (where item_code = '1042010080') as total_points
  from latest
  group by course_id
)

select * from wide
