-- grain: one row per receipt (レセプト) that is not linked, with the person it stands for
-- key: receipt_id
-- why: the gate counts persons, also where nobody knows them. Who is a member but not covered in the month is that
-- member; all others get a stand-in: a negative number for each distinct person key, so that it is no person_id of the
-- vault. The base key comes first because everyone who may be the same person shares it; receipts without any key are
-- one person. Too few persons are the safe side.
with receipts as (select * from core.receipt where not is_linked),

marks as (select * from staging.receipt),

members as (select * from core.member),

named as (
  select
    receipts.receipt_id,
    members.person_id as member_id,
    coalesce(cast(receipts.person_id as varchar), marks.key_base, marks.key_name, marks.key_branch) as person_key
  from receipts
  inner join marks on receipts.receipt_id = marks.receipt_id
  left join members on receipts.person_id = members.person_id
),

numbered as (
  select
    receipt_id,
    coalesce(
      member_id,
      -dense_rank() over (partition by member_id is null order by coalesce(person_key, ''))
    ) as person_id
  from named
)

select * from numbered
