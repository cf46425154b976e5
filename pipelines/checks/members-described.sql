-- ja: 加入者の性別・年齢・続柄・集計単位がそろっている
-- en: Every member has a sex, an age band, a relation and a reporting unit
with cover as (select * from core.cover_year),

years as (select * from core.member_year),

described as (
  select
    years.sex in ('male', 'female')
    and years.relation in ('insured', 'dependant')
    and years.age_band is not null
    and years.unit is not null as is_described
  from cover
  left join years on cover.person_id = years.person_id and cover.fiscal_year = years.fiscal_year
),

counted as (
  select count(*) filter (where not coalesce(is_described, false)) as failing, count(*) as checked from described
)

select * from counted
