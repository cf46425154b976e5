-- grain: one row per person aged 40-74 and complete fiscal year whose checkup gives kidney function and urine protein
-- key: person_id, fiscal_year
with examined as (select * from core.examined_member where ckd_g is not null and ckd_a is not null),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    if(ckd_g in ('G4', 'G5'), 'G4-5', ckd_g) as ckd_g,
    ckd_a,
    1 as persons
  from examined
)

select * from people
