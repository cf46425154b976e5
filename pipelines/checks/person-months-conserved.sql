-- ja: 年度の延べ加入月数は、加入者・年齢別・月別の分析と core で一致する
-- en: Person-months of a fiscal year agree between members, cost by age, cost by month and core
with years as (select * from core.fiscal_year where is_complete),

core_sums as (select fiscal_year, count(*) as person_months from core.person_month group by fiscal_year),

member_sums as (
  select fiscal_year, sum(person_months) as person_months from analyses.members group by fiscal_year
),

age_sums as (
  select fiscal_year, sum(person_months) as person_months from analyses."cost-by-age" group by fiscal_year
),

month_sums as (
  select calendar.fiscal_year, sum(care.person_months) as person_months
  from analyses."cost-by-care" as care
  inner join core.calendar as calendar on care.month = calendar.month_code
  group by calendar.fiscal_year
),

compared as (
  select
    coalesce(core_sums.person_months, 0) = coalesce(member_sums.person_months, 0)
    and coalesce(core_sums.person_months, 0) = coalesce(age_sums.person_months, 0)
    and coalesce(core_sums.person_months, 0) = coalesce(month_sums.person_months, 0) as is_conserved
  from years
  left join core_sums on years.fiscal_year = core_sums.fiscal_year
  left join member_sums on years.fiscal_year = member_sums.fiscal_year
  left join age_sums on years.fiscal_year = age_sums.fiscal_year
  left join month_sums on years.fiscal_year = month_sums.fiscal_year
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
