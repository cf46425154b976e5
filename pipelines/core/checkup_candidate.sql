-- grain: one row per person aged 40-75 at the end of a fiscal year with a covered day in it, as rule checkup-target reads it
-- key: candidate_id
-- why: covered the whole year means every day from 1 April to 31 March, also by several spans without a gap (the day of
-- loss is the first day without cover). An exclusion counts in every year it touches; of several the first in the list.
with fiscal_years as (
  select fiscal_year from core.fiscal_year
  union
  select fiscal_year from core.checkup where is_kept
),

spans as (select * from core.eligibility_span where has_cover),

members as (select * from core.member),

exclusions as (select * from core.checkup_exclusion),

kinds as (select code, cast("rank" as integer) as place from reference.checkup_exclusion),

examined as (select * from core.checkup_year),

years as (
  select
    fiscal_year,
    fiscal_year_end(fiscal_year - 1) as day_before_first,
    fiscal_year_end(fiscal_year) as last_day
  from fiscal_years
),

clipped as (
  select
    spans.person_id,
    spans.span_id,
    spans.household_id,
    spans.employer_code,
    spans.relation,
    spans.gained_on,
    years.fiscal_year,
    years.day_before_first,
    years.last_day,
    if(day_before(spans.gained_on) <= years.day_before_first, years.day_before_first, day_before(spans.gained_on))
      as day_before_from,
    if(spans.lost_on is null or spans.lost_on > years.last_day, years.last_day, day_before(spans.lost_on)) as to_day
  from spans
  inner join years
    on spans.gained_on <= years.last_day
    and (spans.lost_on is null or day_before(spans.lost_on) > years.day_before_first)
),

followed as (
  select
    *,
    coalesce(
      day_before_from > max(to_day) over (
        partition by person_id, fiscal_year
        order by day_before_from, span_id
        rows between unbounded preceding and 1 preceding
      ),
      false
    ) as follows_gap
  from clipped
),

covered as (
  select
    person_id,
    fiscal_year,
    min(day_before_from) = min(day_before_first) as enrolled_first_day,
    min(day_before_from) = min(day_before_first) and max(to_day) = max(last_day) and max(if(follows_gap, 1, 0)) = 0
      as enrolled_whole_year
  from followed
  group by person_id, fiscal_year
),

newest_span as (
  select person_id, fiscal_year, household_id, employer_code, relation
  from clipped
  qualify row_number() over (
    partition by person_id, fiscal_year order by to_day desc, gained_on desc, span_id desc
  ) = 1
),

excluded as (
  select exclusions.person_id, years.fiscal_year, exclusions.reason
  from exclusions
  inner join years
    on exclusions.from_on <= years.last_day
    and (exclusions.to_on is null or exclusions.to_on > years.day_before_first)
  left join kinds on exclusions.reason = kinds.code
  qualify row_number() over (
    partition by exclusions.person_id, years.fiscal_year order by kinds.place, exclusions.exclusion_id
  ) = 1
),

candidates as (
  select
    row_number() over (order by covered.person_id, covered.fiscal_year) as candidate_id,
    covered.person_id,
    covered.fiscal_year,
    years.last_day as on_day,
    newest_span.household_id,
    newest_span.employer_code,
    newest_span.relation,
    members.sex,
    whole_years(members.age_month, years.last_day) as age,
    covered.enrolled_first_day,
    covered.enrolled_whole_year,
    excluded.reason as exclusion,
    examined.checkup_id,
    examined.checkup_id is not null as is_examined,
    coalesce(examined.has_required_items, false) as has_required_items,
    coalesce(examined.guidance_level <> 'undecidable' and examined.metabolic_syndrome <> 'undecidable', false)
      as is_classified
  from covered
  inner join years on covered.fiscal_year = years.fiscal_year
  inner join members on covered.person_id = members.person_id
  inner join newest_span
    on covered.person_id = newest_span.person_id and covered.fiscal_year = newest_span.fiscal_year
  left join excluded
    on covered.person_id = excluded.person_id and covered.fiscal_year = excluded.fiscal_year
  left join examined
    on covered.person_id = examined.person_id and covered.fiscal_year = examined.fiscal_year
  where whole_years(members.age_month, years.last_day) between 40 and 75
)

select * from candidates
