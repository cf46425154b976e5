-- grain: one row per claim for guidance (決済情報) taken in and confirmed
-- key: claim_id
-- why: whoever is billed for must have a record of guidance by the same contractor (has_record); what is missing was not
-- delivered yet.
with claims as (select * from staging.checkup_claim where kind = 'guidance'),

links as (select * from raw.person_link),

records as (select distinct person_id, institution from core.guidance where person_id is not null),

found as (
  select
    claims.claim_id,
    claims.file_id,
    claims.institution as contractor,
    claims.level_code,
    claims.timing_code,
    claims.claim_yen,
    coalesce(by_branch.person_id, by_name.person_id, by_base.person_id) as person_id
  from claims
  left join links as by_branch on claims.key_branch = by_branch."key"
  left join links as by_name on claims.key_name = by_name."key"
  left join links as by_base on claims.key_base = by_base."key"
),

matched as (
  select found.*, records.person_id is not null as has_record
  from found
  left join records on found.person_id = records.person_id and found.contractor = records.institution
)

select * from matched
