-- grain: one row per person examined (特定健診) in the fiscal year of the list's day, on or before that day
-- key: person_id
-- why: of several checkups in a year the complete one decides, else the earliest, as everywhere. Age is the age at the end
-- of the fiscal year.
with run as (select * from input.run),

standing as (select * from input.standing),

people as (select * from core.checkup_person),

of_year as (
  select people.*
  from people
  inner join run
    on people.fiscal_year = fiscal_year(run.as_of) and people.examined_on <= run.as_of
  qualify row_number() over (
    partition by people.person_id order by people.has_required_items desc, people.examined_on, people.checkup_id
  ) = 1
),

candidates as (
  select
    standing.exclusion,
    of_year.* exclude (checkup_id, fiscal_year, examined_on, has_required_items)
  from of_year
  inner join standing on of_year.person_id = standing.person_id
)

select * from candidates
