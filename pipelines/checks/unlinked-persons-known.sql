-- ja: 結び付かないレセプトにはどれも、加入者か代わりの番号がちょうど1つある
-- en: Every unlinked receipt stands for exactly one member or one stand-in
with receipts as (select receipt_id from core.receipt where not is_linked),

named as (select receipt_id, person_id from core.unlinked_receipt),

members as (select person_id from core.member),

strangers as (select person_id from core.stranger),

found as (
  select
    if(members.person_id is null, 0, 1) + if(strangers.person_id is null, 0, 1) = 1 as is_known
  from receipts
  left join named on receipts.receipt_id = named.receipt_id
  left join members on named.person_id = members.person_id
  left join strangers on named.person_id = strangers.person_id
),

counted as (
  select count(*) filter (where not is_known) as failing, count(*) as checked from found
)

select * from counted
