-- grain: one row per stand-in for a person of unlinked receipts who is no member
-- key: person_id
-- why: its number is negative and is made anew by every build; the key behind it is kept nowhere.
with receipts as (select * from core.unlinked_receipt),

strangers as (select distinct person_id from receipts where person_id < 0)

select * from strangers
