-- ja: 結び付いた健診は、取り下げを除き、1人1日につきちょうど1件が採用される
-- en: Of the linked checkups not withdrawn exactly one of each person and day is kept
with checkups as (select * from core.checkup),

days as (
  select sum(if(is_kept, 1, 0)) <> 1 as fails
  from checkups
  where is_linked and not is_withdrawn
  group by person_id, examined_on
),

strays as (select true as fails from checkups where is_kept and (is_withdrawn or not is_linked)),

every_one as (
  select fails from days
  union all
  select fails from strays
),

counted as (
  select count(*) filter (where fails) as failing, count(*) as checked from every_one
)

select * from counted
