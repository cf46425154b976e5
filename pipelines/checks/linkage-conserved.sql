-- ja: 年度の件数と医療費は、結び付いたものと結び付かないものを合わせて core と一致する
-- en: Receipts and yen of a fiscal year, linked and unlinked, agree with core
with years as (select * from core.fiscal_year where is_complete),

core_sums as (
  select fiscal_year, is_linked, count(*) as receipts, sum(yen) as yen
  from core.receipt
  group by fiscal_year, is_linked
),

link_sums as (
  select fiscal_year, link = 'linked' as is_linked, sum(receipts) as receipts, sum(yen) as yen
  from analyses."receipt-linkage"
  group by fiscal_year, link
),

sides as (
  select fiscal_year, true as is_linked from years
  union all
  select fiscal_year, false as is_linked from years
),

compared as (
  select
    coalesce(core_sums.receipts, 0) = coalesce(link_sums.receipts, 0)
    and coalesce(core_sums.yen, 0) = coalesce(link_sums.yen, 0) as is_conserved
  from sides
  left join core_sums on sides.fiscal_year = core_sums.fiscal_year and sides.is_linked = core_sums.is_linked
  left join link_sums on sides.fiscal_year = link_sums.fiscal_year and sides.is_linked = link_sums.is_linked
),

counted as (
  select count(*) filter (where not is_conserved) as failing, count(*) as checked from compared
)

select * from counted
