-- grain: one row per fiscal year (年度) with a delivered month
-- key: fiscal_year
with months as (select * from core.calendar),

years as (
  select
    fiscal_year,
    fiscal_year_end(fiscal_year) as last_day,
    max(year_is_complete) as is_complete
  from months
  group by fiscal_year
)

select * from years
