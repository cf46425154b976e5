-- grain: one row per state of a version: as it came in (step 0), and as each re-examination (再審査) changed its figures
-- key: receipt_id, step
-- why: what happens to a receipt is put in order by month of processing, then file. The newest version holds, but a claim
-- file never replaces what the insurer's file said. A return (返戻), withdrawal (過誤) or transfer (振替) ends what held;
-- only what comes after it holds again. The new figures of a receipt billed in yen are yen. A notice without a month takes
-- effect in that of the newest version. holds_until is the first month a state no longer holds; a state that never held
-- ends in the month it began.
with receipts as (select * from staging.receipt),

cases as (select * from core.receipt_case),

changes as (select * from staging.receipt_change),

arrivals as (
  select
    cases.case_id,
    receipts.receipt_id,
    receipts.service_month,
    receipts.processing_month as month,
    receipts.file_id,
    0 as is_notice,
    receipts.receipt_seq as place,
    'version' as event,
    if(receipts.form = 'claim', 0, 1) as is_insurer_form,
    receipts.decided_points as points,
    receipts.decided_yen,
    receipts.meal_yen
  from receipts
  inner join cases on receipts.receipt_id = cases.receipt_id
),

numbered as (
  select
    receipts.search_number,
    cases.case_id,
    max(receipts.processing_month) as last_month,
    max(if(receipts.is_billed_in_yen, 1, 0)) = 1 as is_billed_in_yen
  from receipts
  inner join cases on receipts.receipt_id = cases.receipt_id
  where receipts.search_number in (select search_number from changes)
  group by receipts.search_number, cases.case_id
),

notices as (
  select
    numbered.case_id,
    cast(null as bigint) as receipt_id,
    cast(null as date) as service_month,
    coalesce(changes.processed_month, numbered.last_month) as month,
    changes.file_id,
    1 as is_notice,
    changes.line as place,
    changes.change as event,
    0 as is_insurer_form,
    if(numbered.is_billed_in_yen, null, changes.decided_points) as points,
    if(numbered.is_billed_in_yen, changes.decided_points, null) as decided_yen,
    changes.meal_yen
  from changes
  inner join numbered on changes.search_number = numbered.search_number
  where
    changes.change <> 'reexamined'
    or changes.meal_yen is not null
    or changes.decided_points is not null
),

events as (
  select * from arrivals
  union all
  select * from notices
),

several as (
  select case_id from events group by case_id having count(*) > 1
),

placed as (
  select
    events.*,
    row_number() over (
      partition by events.case_id order by events.month, events.file_id, events.is_notice, events.place
    ) as turn
  from events
  inner join several on events.case_id = several.case_id
),

spells as (
  select
    *,
    sum(if(event in ('returned', 'withdrawn', 'transferred'), 1, 0)) over (
      partition by case_id order by turn rows between unbounded preceding and current row
    ) as spell
  from placed
),

ranked as (
  select
    *,
    event = 'version' and is_insurer_form < max(is_insurer_form) over (
      partition by case_id, spell order by turn rows between unbounded preceding and current row
    ) as is_passed_over
  from spells
),

standing as (
  select
    *,
    sum(if(event = 'version', 1, 0)) over (
      partition by case_id, spell order by turn rows between unbounded preceding and current row
    ) as version
  from ranked
  where not is_passed_over
),

filled as (
  select
    *,
    max(receipt_id) over (partition by case_id, spell, version) as holder,
    max(service_month) over (partition by case_id, spell, version) as care_month,
    count(points) over (
      partition by case_id, spell, version order by turn rows between unbounded preceding and current row
    ) as points_known,
    count(decided_yen) over (
      partition by case_id, spell, version order by turn rows between unbounded preceding and current row
    ) as yen_known,
    count(meal_yen) over (
      partition by case_id, spell, version order by turn rows between unbounded preceding and current row
    ) as meals_known
  from standing
  where event <> 'reexamined' or version > 0
),

states as (
  select
    holder as receipt_id,
    case_id,
    care_month as service_month,
    event,
    turn,
    month as holds_from,
    lead(month) over (partition by case_id order by turn) as holds_until,
    lead(event) over (partition by case_id order by turn) as ended_by,
    max(points) over (partition by case_id, spell, version, points_known) as points,
    max(decided_yen) over (partition by case_id, spell, version, yen_known) as billed_yen,
    max(meal_yen) over (partition by case_id, spell, version, meals_known) as meal_yen
  from filled
),

every_state as (
  select receipt_id, case_id, service_month, turn, holds_from, holds_until, ended_by, points, billed_yen, meal_yen
  from states
  where event in ('version', 'reexamined')
  union all
  select receipt_id, case_id, service_month, turn, month, month, 'version', points, decided_yen, meal_yen
  from ranked
  where is_passed_over
  union all
  select arrivals.receipt_id, arrivals.case_id, service_month, 1, month, null, null, points, decided_yen, meal_yen
  from arrivals
  left join several on arrivals.case_id = several.case_id
  where several.case_id is null
),

versions as (
  select
    receipt_id,
    case_id,
    row_number() over (partition by receipt_id order by turn) - 1 as step,
    service_month,
    holds_from,
    holds_until,
    ended_by,
    cast(points as bigint) as points,
    cast(points * 10 + billed_yen as bigint) as yen,
    cast(meal_yen as bigint) as meal_yen
  from every_state
)

select * from versions
