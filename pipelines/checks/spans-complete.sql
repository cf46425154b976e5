-- ja: 資格期間の性別・生まれ月・取得日がそろい、喪失日は取得日より後
-- en: Spans of cover have sex, month of birth and a first day, and end after they begin
with spans as (select * from core.eligibility_span),

counted as (
  select
    count(*) filter (
      where sex is null or age_month is null or gained_on is null or person_id is null or not has_cover
    ) as failing,
    count(*) as checked
  from spans
)

select * from counted
