-- grain: one row per person and delivered month with at least one covered day, as of the last covered day
-- key: person_id, month
-- why: the day of loss (資格喪失日) is the first day without cover. Where spans overlap, the one gained last wins.
with months as (select * from core.calendar),

spans as (select * from core.eligibility_span where has_cover),

covered as (
  select
    spans.person_id,
    spans.household_id,
    spans.span_id,
    spans.employer_code,
    spans.relation,
    months.month,
    months.fiscal_year,
    spans.gained_on,
    coalesce(least(day_before(spans.lost_on), months.last_day), months.last_day) as covered_to,
    spans.lost_on is null or spans.lost_on > months.last_day as is_member
  from spans
  inner join months
    on spans.gained_on <= months.last_day
    and (spans.lost_on is null or spans.lost_on > months.month)
),

last_covered as (
  select person_id, household_id, employer_code, relation, month, fiscal_year, is_member
  from covered
  qualify row_number() over (
    partition by person_id, month order by covered_to desc, gained_on desc, span_id desc
  ) = 1
)

select * from last_covered
