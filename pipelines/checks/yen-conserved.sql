-- ja: 年度の医療費と件数は、年齢別・疾病別・月別の分析と core で一致する
-- en: Yen and receipts of a fiscal year agree between cost by age, by disease, by month and core
with years as (select * from core.fiscal_year where is_complete),

core_sums as (
  select fiscal_year, sum(yen) as yen, count(*) as receipts
  from core.receipt
  where is_linked
  group by fiscal_year
),

age_sums as (
  select fiscal_year, sum(yen) as yen, sum(receipts) as receipts
  from analyses."cost-by-age"
  group by fiscal_year
),

disease_sums as (
  select fiscal_year, sum(yen) as yen, sum(receipts) as receipts
  from analyses."disease-cost"
  group by fiscal_year
),

month_sums as (
  select calendar.fiscal_year, sum(care.yen) as yen, sum(care.receipts) as receipts
  from analyses."cost-by-care" as care
  inner join core.calendar as calendar on care.month = calendar.month_code
  group by calendar.fiscal_year
),

compared as (
  select
    coalesce(core_sums.yen, 0) = coalesce(age_sums.yen, 0)
    and coalesce(core_sums.yen, 0) = coalesce(disease_sums.yen, 0)
    and coalesce(core_sums.yen, 0) = coalesce(month_sums.yen, 0)
    and coalesce(core_sums.receipts, 0) = coalesce(age_sums.receipts, 0)
    and coalesce(core_sums.receipts, 0) = coalesce(disease_sums.receipts, 0)
    and coalesce(core_sums.receipts, 0) = coalesce(month_sums.receipts, 0) as is_conserved
  from years
  left join core_sums on years.fiscal_year = core_sums.fiscal_year
  left join age_sums on years.fiscal_year = age_sums.fiscal_year
  left join disease_sums on years.fiscal_year = disease_sums.fiscal_year
  left join month_sums on years.fiscal_year = month_sums.fiscal_year
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
