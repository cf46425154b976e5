-- ja: 保健指導の記録 = どれか1つの支援に属するもの + 加入者と結び付かないもの。支援は保健指導機関ごとの状況のどれか1つに入る
-- en: Guidance records = those of exactly one course + unlinked ones; every course has exactly one status of its contractor
with records as (select * from core.guidance),

courses as (select * from core.guidance_course),

contractors as (select * from core.guidance_contractor),

unplaced as (
  select count(*) as failing
  from records
  left join courses on records.course_id = courses.course_id and records.person_id = courses.person_id
  where records.is_linked and courses.course_id is null
),

told as (select count(*) as records from records where is_linked),

held as (select coalesce(sum(documents), 0) as records, count(*) as courses from courses),

grouped as (
  select
    coalesce(sum(courses), 0) as courses,
    coalesce(sum(begun + interviewed + underway + overdue + completed + short + dropped + excluded), 0) as in_status
  from contractors
),

counted as (
  select
    unplaced.failing
      + if(told.records = held.records, 0, 1)
      + if(held.courses = grouped.courses and held.courses = grouped.in_status, 0, 1) as failing,
    told.records as checked
  from unplaced
  cross join told
  cross join held
  cross join grouped
)

select * from counted
