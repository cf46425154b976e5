-- grain: one row per person examined in the fiscal year of the list's day or the year before, on or before that day
-- key: person_id
-- why: the newest checkup decides. Treated is whoever has a receipt for diabetes (E10-E14, not merely suspected, or a
-- drug of reference.diabetes_drug) within the window that begins on the day after it. Medical receipts tell the days of
-- care; a receipt without days (pharmacy) counts when any day of its month lies in the window.
with recursive run as (select * from input.run),

parameters as (select * from parameter.diabetes_untreated),

standing as (select * from input.standing),

months as (select * from core.calendar),

checkups as (select * from core.checkup where is_kept),

receipts as (select * from core.receipt where is_linked),

diagnoses as (select * from core.diagnosis where not is_suspected),

drugs as (select * from core.drug),

details as (select * from core.detail where days_mask is not null),

diabetes_drugs as (select * from reference.diabetes_drug),

newest_checkup as (
  select checkups.person_id, checkups.examined_on, checkups.fiscal_year, checkups.fpg, checkups.hba1c
  from checkups
  inner join run
    on checkups.fiscal_year between fiscal_year(run.as_of) - 1 and fiscal_year(run.as_of)
    and checkups.examined_on <= run.as_of
  qualify row_number() over (
    partition by checkups.person_id order by checkups.examined_on desc, checkups.checkup_id desc
  ) = 1
),

known as (
  select
    starts.month,
    coalesce(day_before(min(if(later.is_delivered, null, later.month))), month_last(max(later.month))) as care_known_to
  from months as starts
  inner join months as later on later.month >= starts.month
  group by starts.month
),

windows as (
  select
    newest_checkup.*,
    month_add(newest_checkup.examined_on, parameters.window_months) as window_last
  from newest_checkup
  inner join parameters
    on newest_checkup.examined_on >= parameters.holds_from
    and (parameters.holds_to is null or newest_checkup.examined_on <= parameters.holds_to)
),

near as (
  select receipts.receipt_id, receipts.person_id, receipts.service_month, windows.examined_on, windows.window_last
  from receipts
  inner join windows
    on receipts.person_id = windows.person_id
    and receipts.service_month between month_first(windows.examined_on) and windows.window_last
),

shown_by as (
  select near.receipt_id
  from near
  inner join diagnoses on near.receipt_id = diagnoses.receipt_id
  where diagnoses.icd10 >= 'E10' and diagnoses.icd10 < 'E15'
  union
  select near.receipt_id
  from near
  inner join drugs on near.receipt_id = drugs.receipt_id
  inner join diabetes_drugs
    on text_part(drugs.price_code, 1, text_length(diabetes_drugs.code)) = diabetes_drugs.code
),

days as (
  select 1 as day, cast(1 as bigint) as bit
  union all
  select day + 1 as day, bit * 2 as bit from days where day < 31
),

seen as (
  select
    details.receipt_id,
    min(days.day) as first_day,
    max(days.day) as last_day
  from details
  inner join shown_by on details.receipt_id = shown_by.receipt_id
  inner join days on details.days_mask % (days.bit * 2) >= days.bit
  group by details.receipt_id
),

treated as (
  select distinct near.person_id
  from near
  inner join shown_by on near.receipt_id = shown_by.receipt_id
  left join seen on near.receipt_id = seen.receipt_id
  where
    coalesce(seen.last_day, day_of_month(month_last(near.service_month)))
      > if(near.service_month = month_first(near.examined_on), day_of_month(near.examined_on), 0)
    and coalesce(seen.first_day, 1)
      <= if(near.service_month = month_first(near.window_last), day_of_month(near.window_last), 31)
),

candidates as (
  select
    newest_checkup.person_id,
    standing.exclusion,
    newest_checkup.examined_on as on_day,
    newest_checkup.fpg,
    newest_checkup.hba1c,
    treated.person_id is not null as is_treated,
    run.as_of,
    known.care_known_to,
    standing.sex,
    whole_years(standing.age_month, fiscal_year_end(newest_checkup.fiscal_year)) as age
  from newest_checkup
  inner join standing on newest_checkup.person_id = standing.person_id
  cross join run
  left join known on month_first(newest_checkup.examined_on) = known.month
  left join treated on newest_checkup.person_id = treated.person_id
)

select * from candidates
