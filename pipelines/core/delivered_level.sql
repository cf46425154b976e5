-- grain: one row per kept checkup and kind of judgement (guidance, metabolic) that was delivered
-- key: checkup_id, kind
-- why: what came with the results (保健指導レベル, メタボリックシンドローム判定) beside what the rules come to. Nobody on
-- medicine gets guidance: the official forms have 情報提供 (なし) for them, so `excluded` is compared as information.
with checkups as (select * from core.checkup where is_kept),

guidance as (select * from judged.guidance_level),

metabolic as (select * from judged.metabolic_syndrome),

compared as (
  select
    checkups.checkup_id,
    'guidance' as kind,
    checkups.person_id,
    checkups.fiscal_year,
    checkups.institution,
    checkups.provenance,
    checkups.delivered_guidance as delivered,
    if(guidance.level = 'excluded', 'information', guidance.level) as computed,
    guidance.reasons
  from checkups
  inner join guidance on checkups.checkup_id = guidance.checkup_id
  where checkups.delivered_guidance is not null
  union all
  select
    checkups.checkup_id,
    'metabolic' as kind,
    checkups.person_id,
    checkups.fiscal_year,
    checkups.institution,
    checkups.provenance,
    checkups.delivered_metabolic as delivered,
    metabolic.level as computed,
    metabolic.reasons
  from checkups
  inner join metabolic on checkups.checkup_id = metabolic.checkup_id
  where checkups.delivered_metabolic is not null
),

marked as (
  select *, delivered <> computed as is_mismatch from compared
)

select * from marked
