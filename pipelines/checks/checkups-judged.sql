-- ja: 採用した健診は、基準値のある日ならすべて判定されている
-- en: Every kept checkup of a day the rules know is judged
with rule_sets as (
  select "rule", min(holds_from) as first_day
  from config.rule_set
  where "rule" in ('guidance-level', 'metabolic-syndrome', 'referral', 'ckd-stage')
  group by "rule"
),

known as (select max(first_day) as first_day from rule_sets),

people as (
  select checkup_person.checkup_id
  from core.checkup_person
  inner join known on checkup_person.on_day >= known.first_day
),

guidance as (select checkup_id, level from judged.guidance_level),

metabolic as (select checkup_id, level from judged.metabolic_syndrome),

referral as (select checkup_id, level from judged.referral),

ckd as (select checkup_id, level from judged.ckd_stage),

compared as (
  select
    guidance.level is not null and metabolic.level is not null and referral.level is not null
      and ckd.level is not null as is_judged
  from people
  left join guidance on people.checkup_id = guidance.checkup_id
  left join metabolic on people.checkup_id = metabolic.checkup_id
  left join referral on people.checkup_id = referral.checkup_id
  left join ckd on people.checkup_id = ckd.checkup_id
),

counted as (
  select count(*) filter (where not is_judged) as failing, count(*) as checked from compared
)

select * from counted
