-- grain: one row per person and fiscal year with at least one covered day
-- key: person_id, fiscal_year
-- why: one relation, employer and household a year: those of the last month of membership, or of the last covered
-- day where the person was a member at no month's end. Age is the age on 31 March at the end of the year, from the
-- month in which the person completes a year of age (born on 1 April: March).
with cover as (select * from core.cover_month),

members as (select * from core.member),

bands as (
  select
    code as age_band,
    parent as age_group,
    cast(age_from as integer) as age_from,
    cast(age_to as integer) as age_to
  from reference.age_band
),

months as (
  select person_id, fiscal_year, sum(if(is_member, 1, 0)) as person_months
  from cover
  group by person_id, fiscal_year
),

last_month as (
  select person_id, fiscal_year, household_id, employer_code, relation
  from cover
  qualify row_number() over (partition by person_id, fiscal_year order by is_member desc, month desc) = 1
),

aged as (
  select
    last_month.*,
    members.sex,
    whole_years(members.age_month, fiscal_year_end(last_month.fiscal_year)) as age
  from last_month
  inner join members on last_month.person_id = members.person_id
),

years as (
  select
    aged.person_id,
    aged.fiscal_year,
    aged.household_id,
    aged.employer_code,
    aged.relation,
    aged.sex,
    aged.age,
    bands.age_band,
    bands.age_group,
    cast(months.person_months as integer) as person_months
  from aged
  inner join months on aged.person_id = months.person_id and aged.fiscal_year = months.fiscal_year
  left join bands on aged.age between bands.age_from and bands.age_to
)

select * from years
