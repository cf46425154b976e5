-- grain: one row per person aged 40-74 and complete fiscal year whose checkup gives kidney function and urine protein
-- key: person_id, fiscal_year
with examined as (select * from core.examined_member where ckd_g is not null and ckd_a is not null),

age_groups as (
  select
    code as age_group,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_group
),

people as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    if(examined.ckd_g in ('G4', 'G5'), 'G4-5', examined.ckd_g) as ckd_g,
    examined.ckd_a,
    age_groups.age_group,
    1 as persons
  from examined
  inner join age_groups on examined.age between age_groups.age_from and age_groups.age_to
)

select * from people
