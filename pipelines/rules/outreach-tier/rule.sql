-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: two tiers of recommending a doctor. A field (pressure, glucose, lipids) is true where a value reaches the first
-- limit, unknown (null) where a value that could is missing; either fasting glucose or HbA1c will do for glucose. The
-- second tier is two fields or one value at the second limit. What is certain is given though more may be missing; only
-- `none` needs all three fields.
with people as (select * from input.people),

parameters as (select * from parameter.outreach_tier),

measured as (
  select
    people.input_id,
    half_up(people.sbp, 0) as sbp,
    half_up(people.dbp, 0) as dbp,
    half_up(people.fpg, 0) as fpg,
    half_up(people.hba1c, 1) as hba1c,
    half_up(people.ldl, 0) as ldl,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    *,
    sbp >= first_sbp or dbp >= first_dbp as blood_pressure,
    coalesce(fpg >= first_fpg or hba1c >= first_hba1c, fpg >= first_fpg, hba1c >= first_hba1c) as glucose,
    ldl >= first_ldl as lipid,
    coalesce(sbp >= second_sbp, false) as sbp_second,
    coalesce(dbp >= second_dbp, false) as dbp_second,
    coalesce(fpg >= second_fpg, false) as fpg_second,
    coalesce(hba1c >= second_hba1c, false) as hba1c_second
  from measured
),

counted as (
  select
    *,
    if(coalesce(blood_pressure, false), 1, 0)
      + if(coalesce(glucose, false), 1, 0)
      + if(coalesce(lipid, false), 1, 0) as fields
  from compared
),

levelled as (
  select
    *,
    case
      when fields >= second_fields or sbp_second or dbp_second or fpg_second or hba1c_second then 'second'
      when fields > 0 then 'first'
      when blood_pressure is null or glucose is null or lipid is null then 'undecidable'
      else 'none'
    end as level
  from counted
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    blood_pressure,
    glucose,
    lipid,
    fields,
    trim(
      case when sbp_second then 'sbp_second ' when sbp >= first_sbp then 'sbp_first ' else '' end
      || case when dbp_second then 'dbp_second ' when dbp >= first_dbp then 'dbp_first ' else '' end
      || case when fpg_second then 'fpg_second ' when fpg >= first_fpg then 'fpg_first ' else '' end
      || case when hba1c_second then 'hba1c_second ' when hba1c >= first_hba1c then 'hba1c_first ' else '' end
      || if(lipid, 'ldl_first ', '')
      || if(fields >= second_fields, 'several_fields ', '')
      || if(level = 'none', 'below ', '')
      || if(level <> 'second' and blood_pressure is null, 'missing_blood_pressure ', '')
      || if(level <> 'second' and glucose is null, 'missing_glucose ', '')
      || if(level <> 'second' and lipid is null, 'missing_ldl ', '')
    ) as reasons
  from levelled
)

select * from answered
