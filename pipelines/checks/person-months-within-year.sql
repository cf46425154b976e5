-- ja: 1人の1年度の加入月数は12か月以内
-- en: A person has at most twelve months of membership in a fiscal year
with years as (select * from core.member_year),

counted as (
  select count(*) filter (where person_months > 12 or person_months < 0) as failing, count(*) as checked
  from years
)

select * from counted
