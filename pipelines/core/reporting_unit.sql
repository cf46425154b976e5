-- grain: one row per fiscal year and employer: the unit under which its figures are shown (集計単位)
-- key: fiscal_year, employer_code
-- why: an employer stands alone with enough insured persons aged 40-74 (unit_minimum of society.toml); a pool (its
-- group, else all others) needs at least 3 employers and 50 people without its largest; what fits nowhere is
-- unassigned.
with years as (select * from core.fiscal_year),

employers as (select * from core.employer),

people as (select * from core.cover_year where person_months > 0),

run as (select * from config.run),

group_names as (select * from config.group_name),

counted as (
  select
    fiscal_year,
    employer_code,
    count(*) as members,
    count(*) filter (where relation = 'insured' and age between 40 and 74) as insured_40_74
  from people
  group by fiscal_year, employer_code
),

sized as (
  select
    years.fiscal_year,
    employers.employer_id,
    employers.employer_code,
    employers.name,
    employers.group_code,
    coalesce(counted.members, 0) as members,
    coalesce(counted.insured_40_74, 0) >= run.unit_minimum as stands_alone
  from years
  cross join employers
  cross join run
  left join counted
    on years.fiscal_year = counted.fiscal_year and employers.employer_code = counted.employer_code
),

group_pools as (
  select
    fiscal_year,
    group_code,
    count(*) filter (where members > 0) >= 3 and sum(members) - max(members) >= 50 as is_enough
  from sized
  where not stands_alone and group_code is not null
  group by fiscal_year, group_code
),

grouped as (
  select
    sized.*,
    coalesce(group_pools.is_enough, false) as in_group
  from sized
  left join group_pools
    on sized.fiscal_year = group_pools.fiscal_year and sized.group_code = group_pools.group_code
),

other_pools as (
  select
    fiscal_year,
    count(*) filter (where members > 0) >= 3 and sum(members) - max(members) >= 50 as is_enough
  from grouped
  where not stands_alone and not in_group
  group by fiscal_year
),

placed as (
  select
    grouped.fiscal_year,
    grouped.employer_id,
    grouped.employer_code,
    grouped.name,
    grouped.group_code,
    case
      when grouped.stands_alone then 'own'
      when grouped.in_group then 'group'
      when other_pools.is_enough then 'other'
      else 'unassigned'
    end as placing
  from grouped
  left join other_pools on grouped.fiscal_year = other_pools.fiscal_year
),

units as (
  select
    placed.fiscal_year,
    placed.employer_id,
    placed.employer_code,
    case placed.placing
      when 'own' then placed.employer_code
      when 'group' then 'group-' || placed.group_code
      else placed.placing
    end as unit_code,
    case placed.placing
      when 'own' then placed.name
      when 'group' then coalesce(group_names.name, 'グループ' || placed.group_code)
      when 'other' then 'その他の事業所'
      else '区分なし'
    end as unit_name,
    case placed.placing
      when 'own' then placed.name
      when 'group' then coalesce(group_names.name, 'Group ' || placed.group_code)
      when 'other' then 'Other employers'
      else 'Unassigned'
    end as unit_name_en
  from placed
  left join group_names on placed.group_code = group_names.group_code
)

select * from units
