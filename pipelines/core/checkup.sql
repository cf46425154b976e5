-- grain: one row per checkup (健診) taken in, linked to a person or not, with the values of 特定健診 in columns
-- key: checkup_id
-- why: a checkup is linked when its person is covered on the day of the examination. Of several linked checkups of one
-- person and day one is kept: of those with a required item own before employer's before another insurer's before paper,
-- then the one with more required items, then the later file. A document of 報告区分 19, 49 … (削除) takes back what came
-- before it of the same person, day and institution. Blood pressure and waist are those rule value-choice chose. Smoking
-- is told by words, drinking also by the three answers that the lists of all periods share.
with checkups as (select * from staging.checkup),

links as (select * from raw.person_link),

members as (select person_id, sex from core.member),

spans as (select * from core.eligibility_span where has_cover),

measured as (select * from core.checkup_value),

chosen as (select * from judged.value_choice),

required as (select * from core.checkup_required),

complete as (select * from judged.required_items),

provenances as (select code, cast("rank" as integer) as place from reference.checkup_provenance),

found as (
  select
    checkups.*,
    coalesce(by_branch.person_id, by_name.person_id, by_base.person_id) as person_id
  from checkups
  left join links as by_branch on checkups.key_branch = by_branch."key"
  left join links as by_name on checkups.key_name = by_name."key"
  left join links as by_base on checkups.key_base = by_base."key"
),

covered as (
  select distinct found.checkup_id
  from found
  inner join spans
    on found.person_id = spans.person_id
    and spans.gained_on <= found.examined_on
    and (spans.lost_on is null or spans.lost_on > found.examined_on)
),

withdrawals as (
  select person_id, examined_on, institution, file_id
  from found
  where report_code in ('19', '49', '69', '79', '89', '99')
),

withdrawn as (
  select distinct found.checkup_id
  from found
  inner join withdrawals
    on found.person_id = withdrawals.person_id
    and found.examined_on = withdrawals.examined_on
    and coalesce(found.institution = withdrawals.institution, true)
    and found.file_id <= withdrawals.file_id
),

kept as (
  select found.checkup_id
  from found
  inner join covered on found.checkup_id = covered.checkup_id
  left join withdrawn on found.checkup_id = withdrawn.checkup_id
  left join provenances on found.provenance = provenances.code
  left join required on found.checkup_id = required.checkup_id
  where withdrawn.checkup_id is null
  qualify row_number() over (
    partition by found.person_id, found.examined_on
    order by
      if(required.required_items > 0, 0, 1),
      coalesce(provenances.place, 1),
      required.required_items desc,
      found.file_id desc,
      found.checkup_id desc
  ) = 1
),

joined as (
  select
    found.checkup_id,
    found.file_id,
    found.person_id,
    found.provenance,
    found.form,
    found.layout,
    found.report_code,
    found.institution,
    found.program,
    found.examined_on,
    fiscal_year(found.examined_on) as fiscal_year,
    found.age_on_day,
    found.records,
    covered.checkup_id is not null as is_linked,
    case
      when found.person_id is null then 'no_person'
      when covered.checkup_id is null then 'no_cover'
    end as unlinked_reason,
    withdrawn.checkup_id is not null as is_withdrawn,
    kept.checkup_id is not null as is_kept,
    coalesce(complete.level in ('complete', 'omitted'), false) as has_required_items,
    trim(
      if(complete.waist_missing, 'waist ', '')
      || if(complete.urine_sugar_missing, 'urine_sugar ', '')
      || if(complete.urine_protein_missing, 'urine_protein ', '')
      || required.other_lacking
    ) as missing_items,
    chosen.waist as waist_cm,
    chosen.waist_way,
    chosen.sbp,
    chosen.dbp,
    chosen.reading as bp_reading,
    if(
      measured.creatinine > 0, half_up(egfr_from(measured.creatinine, found.age_on_day, members.sex), 1), null
    ) as egfr_computed,
    case measured.guidance_code
      when '1' then 'intensive' when '2' then 'motivational' when '3' then 'information' when '4' then 'undecidable'
    end as delivered_guidance,
    case measured.metabolic_code
      when '1' then 'present' when '2' then 'borderline' when '3' then 'absent' when '4' then 'undecidable'
    end as delivered_metabolic,
    case
      when measured.smoking = '1' then 'current'
      when measured.smoking = '2' and coalesce(measured.smoking_list, if(found.examined_on < '2024-04-01', '2003', '24060')) = '24060'
        then 'former'
      when measured.smoking in ('2', '3') then 'no'
    end as smoking_status,
    case
      when measured.drinking_frequency = '1' then 'daily'
      when coalesce(measured.drinking_frequency_list, if(found.examined_on < '2024-04-01', '2005', '24040')) = '2005'
        then case measured.drinking_frequency when '2' then 'sometimes' when '3' then 'rarely' end
      when measured.drinking_frequency in ('2', '3', '4', '5', '6') then 'sometimes'
      when measured.drinking_frequency in ('7', '8') then 'rarely'
    end as drinking_status,
    measured.* exclude (checkup_id, on_day, guidance_code, metabolic_code)
  from found
  left join covered on found.checkup_id = covered.checkup_id
  left join withdrawn on found.checkup_id = withdrawn.checkup_id
  left join kept on found.checkup_id = kept.checkup_id
  left join members on found.person_id = members.person_id
  left join measured on found.checkup_id = measured.checkup_id
  left join chosen on found.checkup_id = chosen.checkup_id
  left join required on found.checkup_id = required.checkup_id
  left join complete on found.checkup_id = complete.checkup_id
)

select * from joined
