-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_value
-- why: which of several values counts. Blood pressure: the readings in the order of the parameters; the systolic value
-- decides the reading and the diastolic one is that of the same reading. Waist: measured by the examiner, then by the
-- person, then told.
with people as (select * from input.people),

parameters as (select * from parameter.value_choice),

dated as (
  select
    people.input_id,
    people.sbp_first, people.sbp_second, people.sbp_other,
    people.dbp_first, people.dbp_second, people.dbp_other,
    people.waist_measured,
    if(parameters.self_measured_waist_counts, people.waist_self, null) as waist_self,
    if(parameters.told_waist_counts, people.waist_told, null) as waist_told,
    parameters.version, parameters.other_reading_first, parameters.later_reading_first,
    parameters.pair_from_one_reading
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

ordered as (
  select
    *,
    if(later_reading_first, coalesce(sbp_second, sbp_first), coalesce(sbp_first, sbp_second)) as sbp_read,
    if(later_reading_first, coalesce(dbp_second, dbp_first), coalesce(dbp_first, dbp_second)) as dbp_read,
    case
      when later_reading_first and sbp_second is not null then 'second'
      when sbp_first is not null then 'first'
      when sbp_second is not null then 'second'
    end as reading
  from dated
),

slotted as (
  select
    *,
    case
      when sbp_other is not null and (other_reading_first or reading is null) then 'other'
      else reading
    end as slot
  from ordered
),

chosen as (
  select
    *,
    case slot when 'other' then sbp_other when 'second' then sbp_second when 'first' then sbp_first end as sbp,
    case
      when pair_from_one_reading and slot = 'other' then dbp_other
      when pair_from_one_reading and slot = 'second' then dbp_second
      when pair_from_one_reading and slot = 'first' then dbp_first
      when other_reading_first then coalesce(dbp_other, dbp_read)
      else coalesce(dbp_read, dbp_other)
    end as dbp,
    coalesce(waist_measured, waist_self, waist_told) as waist,
    case
      when waist_measured is not null then 'measured'
      when waist_self is not null then 'self'
      when waist_told is not null then 'told'
    end as waist_way
  from slotted
),

answered as (
  select
    input_id,
    case
      when sbp is not null and dbp is not null and waist is not null then 'complete'
      when sbp is not null or dbp is not null or waist is not null then 'partial'
      else 'undecidable'
    end as level,
    if(sbp is null and dbp is null and waist is null, 'missing', null) as cause,
    version,
    sbp,
    dbp,
    slot as reading,
    waist,
    waist_way,
    trim(
      case slot when 'other' then 'reading_other ' when 'second' then 'reading_second ' when 'first' then 'reading_first ' else '' end
      || case waist_way when 'measured' then 'waist_measured ' when 'self' then 'waist_self ' when 'told' then 'waist_told ' else '' end
      || if(sbp is null, 'missing_sbp ', '')
      || if(dbp is null, 'missing_dbp ', '')
      || if(waist is null, 'missing_waist ', '')
    ) as reasons
  from chosen
)

select * from answered
