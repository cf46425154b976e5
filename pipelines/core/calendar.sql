-- grain: one row per month from the first to the last month of care that was delivered
-- key: month
-- why: a month of care (診療月) counts as delivered when the claims of the month after it arrived. It is closed, and
-- may be published, some months later (closed_through, from the settings). What the society enters itself by CSV (療養費,
-- 紙レセプト) delivers no month.
with recursive run as (select * from config.run),

months as (
  select first_month as month from run where first_month is not null
  union all
  select month_add(months.month, 1) as month
  from months
  inner join run on months.month < run.last_month
),

delivered as (
  select distinct month_add(processing_month, -1) as month from staging.receipt where form <> 'csv'
),

marked as (
  select
    months.month,
    month_code(months.month) as month_code,
    month_last(months.month) as last_day,
    fiscal_year(months.month) as fiscal_year,
    delivered.month is not null as is_delivered,
    delivered.month is not null and months.month <= run.closed_through as is_closed
  from months
  inner join run on months.month <= run.last_month
  left join delivered on months.month = delivered.month
),

years as (
  select fiscal_year, count(*) = 12 as year_is_complete
  from marked
  where is_closed
  group by fiscal_year
),

calendar as (
  select
    marked.*,
    coalesce(years.year_is_complete, false) as year_is_complete
  from marked
  left join years on marked.fiscal_year = years.fiscal_year
)

select * from calendar
