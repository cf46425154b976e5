-- grain: one row per person (加入者) of the newest ledger, as a list of the day sees the person
-- key: person_id
-- why: whoever is chosen must be covered on the day of the list and still at the newest ledger, whichever is later: a
-- list of a past day must not reach somebody who has left or died since. Consent flags are those of the newest list.
with run as (select * from input.run),

editions as (select * from staging.edition),

members as (select * from core.member),

spans as (select * from core.eligibility_span where has_cover),

flags as (select * from core.consent),

known as (select max(as_of) as ledger_on from editions where kind = 'eligibility'),

days as (
  select run.as_of, if(known.ledger_on > run.as_of, known.ledger_on, run.as_of) as known_on
  from run
  cross join known
),

covered as (
  select
    spans.person_id,
    max(if(spans.gained_on <= days.as_of and (spans.lost_on is null or spans.lost_on > days.as_of), 1, 0)) as on_day,
    max(if(spans.gained_on <= days.known_on and (spans.lost_on is null or spans.lost_on > days.known_on), 1, 0))
      as since,
    max(if(spans.loss_reason = '2' and spans.lost_on <= days.known_on, 1, 0)) as died
  from spans
  cross join days
  group by spans.person_id
),

flagged as (
  select
    flags.person_id,
    max(if(flags.flag = 'nondisclosure', 1, 0)) as is_nondisclosure,
    max(if(flags.flag = 'no-notice', 1, 0)) as is_opted_out,
    max(if(flags.flag = 'no-guidance', 1, 0)) as is_guidance_excluded
  from flags
  cross join run
  where flags.to_on is null or flags.to_on >= run.as_of
  group by flags.person_id
),

standing as (
  select
    members.person_id,
    members.sex,
    members.age_month,
    case
      when covered.died = 1 then 'dead'
      when coalesce(covered.on_day, 0) = 0 or covered.since = 0 then 'lost-cover'
      when flagged.is_nondisclosure = 1 then 'non-disclosure'
      when flagged.is_opted_out = 1 then 'opted-out'
      when flagged.is_guidance_excluded = 1 then 'guidance-excluded'
    end as exclusion
  from members
  left join covered on members.person_id = covered.person_id
  left join flagged on members.person_id = flagged.person_id
)

select * from standing
