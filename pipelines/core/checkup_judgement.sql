-- grain: one row per person, fiscal year and judged item of the checkup of the year (core.checkup_year) that has a value
-- key: checkup_id, item
-- why: within the limits, 保健指導判定値 (guidance) or 受診勧奨判定値 (referral) as rule `referral` judges; the waist as
-- rule metabolic-syndrome does. An item that does not apply (drawn just after a meal, no limit that day) has no row.
with years as (select checkup_id, person_id, fiscal_year from core.checkup_year),

referral as (select * from judged.referral),

metabolic as (select checkup_id, waist from judged.metabolic_syndrome),

items as (select code as item from reference.checkup_judged_item),

judged as (
  select
    years.checkup_id,
    years.person_id,
    years.fiscal_year,
    items.item,
    case items.item
      when 'bmi' then referral.bmi
      when 'waist' then if(metabolic.waist, 'guidance', if(metabolic.waist is null, null, 'within'))
      when 'sbp' then referral.sbp
      when 'dbp' then referral.dbp
      when 'tg' then coalesce(referral.tg_fasting, referral.tg_casual)
      when 'hdl' then referral.hdl
      when 'ldl' then referral.ldl
      when 'non-hdl' then referral.non_hdl
      when 'fpg' then referral.fpg
      when 'hba1c' then referral.hba1c
      when 'casual-glucose' then referral.casual_glucose
      when 'ast' then referral.ast
      when 'alt' then referral.alt
      when 'ggt' then referral.gamma_gt
      when 'egfr' then referral.egfr
      when 'hemoglobin' then referral.hemoglobin
      when 'urine-protein' then referral.urine_protein
    end as judgement
  from years
  inner join referral on years.checkup_id = referral.checkup_id
  inner join metabolic on years.checkup_id = metabolic.checkup_id
  cross join items
),

known as (
  select * from judged where judgement is not null
)

select * from known
