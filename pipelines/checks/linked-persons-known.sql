-- ja: 結び付いたレセプトと健診の人は、加入者にいる
-- en: Persons of linked receipts and checkups are members
with linked as (
  select person_id from core.receipt where is_linked
  union all
  select person_id from core.checkup where is_linked
),

members as (select person_id from core.member),

counted as (
  select count(*) filter (where members.person_id is null) as failing, count(*) as checked
  from linked
  left join members on linked.person_id = members.person_id
)

select * from counted
