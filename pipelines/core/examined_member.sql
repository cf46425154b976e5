-- grain: one row per person aged 40-74 and complete fiscal year with a checkup, with the values of the first one
-- key: person_id, fiscal_year
-- as: view
-- why: risks and habits of a year are those of its first checkup; age is the age at the end of the year.
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

checkups as (select * from core.checkup where is_linked),

first_checkup as (
  select *
  from checkups
  qualify row_number() over (partition by person_id, fiscal_year order by examined_on, checkup_id) = 1
),

examined as (
  select
    member_years.person_id,
    member_years.household_id,
    member_years.employer_id,
    member_years.fiscal_year,
    member_years.unit,
    member_years.sex,
    first_checkup.* exclude (person_id, fiscal_year)
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
  inner join first_checkup
    on member_years.person_id = first_checkup.person_id
    and member_years.fiscal_year = first_checkup.fiscal_year
  where member_years.age between 40 and 74
)

select * from examined
