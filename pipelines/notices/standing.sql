-- grain: one row per person (加入者) of the newest ledger, as a letter of the run's day sees the person
-- key: person_id
-- why: whoever is written to must be covered on the run's day and still at the newest ledger, whichever is later: a
-- letter must not reach somebody who has left or died since. Flags of the newest consent list count before their first
-- day too. household_id is the insured person of the household (null without cover).
with run as (select * from input.run),

editions as (select * from staging.edition),

members as (select * from core.member),

spans as (select * from core.eligibility_span),

consents as (select * from core.consent),

known as (select max(as_of) as ledger_on from editions where kind = 'eligibility'),

days as (
  select run.as_of, if(known.ledger_on > run.as_of, known.ledger_on, run.as_of) as known_on
  from run
  cross join known
),

covered as (
  select spans.person_id, spans.household_id
  from spans
  cross join days
  where spans.has_cover and spans.gained_on <= days.as_of
    and (spans.lost_on is null or spans.lost_on > days.known_on)
  qualify row_number() over (
    partition by spans.person_id order by spans.gained_on desc, spans.span_id desc
  ) = 1
),

died as (
  select distinct spans.person_id
  from spans
  inner join days on spans.lost_on <= days.known_on
  where spans.loss_reason = '2'
),

flagged as (
  select
    person_id,
    max(if(flag = 'nondisclosure', 1, 0)) as is_closed,
    max(if(flag = 'no-notice', 1, 0)) as is_opted_out,
    max(if(flag = 'own-envelope', 1, 0)) as has_envelope
  from consents
  where to_on is null or to_on >= as_of
  group by person_id
),

standing as (
  select
    members.person_id,
    members.age_month,
    covered.household_id,
    coalesce(flagged.has_envelope, 0) = 1 as has_envelope,
    case
      when flagged.is_closed = 1 then 'non-disclosure'
      when flagged.is_opted_out = 1 then 'opted-out'
      when died.person_id is not null then 'deceased'
      when covered.person_id is null then 'left'
    end as exclusion
  from members
  left join covered on members.person_id = covered.person_id
  left join died on members.person_id = died.person_id
  left join flagged on members.person_id = flagged.person_id
)

select * from standing
