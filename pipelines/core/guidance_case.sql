-- grain: one row per course of guidance, as rule guidance-completion reads it
-- key: course_id
-- why: the first interview is complete with its last part; the final evaluation is the last one told. Attempts without
-- waist and weight mean that there was no evaluation. A course is stopped when its last document says so. Process points
-- are those of the rule, for supports without minutes those delivered; where no support was told, the delivered sum.
with documents as (select * from core.guidance where is_linked),

supports as (select * from core.guidance_support),

points as (select * from judged.guidance_support),

items as (select * from core.guidance_item),

checkups as (select checkup_id, person_id, examined_on, waist_cm, weight_kg from core.checkup where is_kept),

courses as (
  select
    course_id,
    person_id,
    max(examined_on) as examined_on,
    min(event_on) as first_document_on,
    max(event_on) as last_document_on,
    max(interview_told_on) as interview_told_on,
    max(evaluation_told_on) as evaluation_told_on,
    count(*) as documents,
    max(if(report_code = '22', 1, 0)) as has_evaluation,
    max(if(report_code = '30', 1, 0)) as has_summary
  from documents
  group by course_id, person_id
),

last_document as (
  select course_id, report_code
  from documents
  qualify row_number() over (partition by course_id order by event_on desc, file_id desc, guidance_id desc) = 1
),

last_level as (
  select course_id, level_code
  from documents
  where level_code is not null
  qualify row_number() over (partition by course_id order by event_on desc, file_id desc, guidance_id desc) = 1
),

first_contractor as (
  select course_id, institution
  from documents
  qualify row_number() over (partition by course_id order by event_on, file_id, guidance_id) = 1
),

held as (
  select
    supports.course_id,
    max(supports.held_on) filter (where supports.kind = 'first' and not supports.is_part) as first_interview_on,
    min(supports.held_on) filter (where supports.kind = 'first') as first_part_on,
    max(supports.held_on) filter (where supports.kind = 'interim') as interim_on,
    max(supports.held_on) filter (where supports.kind = 'final') as final_on,
    count(*) filter (where supports.kind = 'continued' or supports.kind = 'interim') as supports_given,
    sum(coalesce(points.points, supports.delivered_points, 0))
      filter (where supports.kind = 'continued' or supports.kind = 'interim') as process_points
  from supports
  left join points on supports.support_id = points.support_id
  group by supports.course_id
),

joined as (
  select
    courses.* exclude (interview_told_on, evaluation_told_on),
    checkups.checkup_id,
    checkups.waist_cm,
    checkups.weight_kg,
    first_contractor.institution as contractor,
    coalesce(last_level.level_code, items.level_code) as level_code,
    coalesce(last_document.report_code = '23', false) as stopped,
    coalesce(held.first_interview_on, courses.interview_told_on) as first_interview_on,
    held.first_part_on,
    held.interim_on,
    courses.has_evaluation = 1 or (courses.has_summary = 1 and held.final_on is not null) as has_result,
    if(items.attempts > 0 and items.final_waist_cm is null and items.final_weight_kg is null, null,
      coalesce(held.final_on, courses.evaluation_told_on)) as evaluated_on,
    coalesce(held.supports_given, 0) as supports_given,
    if(coalesce(held.supports_given, 0) > 0, held.process_points, items.process_points) as process_points,
    items.* exclude (course_id, level_code, process_points),
    items.process_points as delivered_process_points
  from courses
  left join checkups on courses.person_id = checkups.person_id and courses.examined_on = checkups.examined_on
  left join first_contractor on courses.course_id = first_contractor.course_id
  left join last_level on courses.course_id = last_level.course_id
  left join last_document on courses.course_id = last_document.course_id
  left join held on courses.course_id = held.course_id
  left join items on courses.course_id = items.course_id
),

named as (
  select
    course_id,
    person_id,
    checkup_id,
    examined_on,
    coalesce(examined_on, first_part_on, first_interview_on, first_document_on) as on_day,
    contractor,
    documents,
    last_document_on,
    has_result,
    case level_code when '1' then 'intensive' when '2' then 'motivational' when '3' then 'motivational-equivalent' end
      as support_level,
    first_interview_on,
    first_part_on,
    interim_on,
    evaluated_on,
    supports_given,
    waist_cm,
    weight_kg,
    final_waist_cm,
    final_weight_kg,
    case waist_weight when '0' then 0 when '1' then 1 when '2' then 2 end as said_waist_weight,
    case diet when '1' then true when '0' then false end as diet,
    case exercise when '1' then true when '0' then false end as exercise,
    case rest when '1' then true when '0' then false end as rest,
    case other_habit when '1' then true when '0' then false end as other_habit,
    case smoking when '1' then true when '0' then false end as smoking_stopped,
    cast(process_points as integer) as process_points,
    attempts,
    stopped,
    coalesce(drug_started = 1, false) as drug_started,
    early_code,
    delivered_process_points,
    outcome_points as delivered_outcome_points,
    total_points as delivered_points
  from joined
)

select * from named
