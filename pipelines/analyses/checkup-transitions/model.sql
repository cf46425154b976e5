-- grain: one row per person aged 41-74 and complete fiscal year with a checkup in it and in the year before
-- key: person_id, fiscal_year
with years as (select * from core.fiscal_year where is_complete),

pairs as (
  select *
  from core.checkup_pair
  where
    age between 41 and 74
    and from_level <> 'undecidable' and to_level <> 'undecidable'
    and from_metabolic <> 'undecidable' and to_metabolic <> 'undecidable'
),

people as (
  select
    pairs.person_id,
    pairs.household_id,
    pairs.employer_id,
    pairs.fiscal_year,
    pairs.from_level,
    pairs.to_level,
    pairs.from_metabolic,
    pairs.to_metabolic,
    1 as persons
  from pairs
  inner join years on pairs.fiscal_year = years.fiscal_year
)

select * from people
