-- grain: one row per row of input.people
-- key: input_id
-- why: the window begins on the day after the checkup and ends on the same day some months later. Treatment that was
-- found decides at once; its absence only when the window and the months in which late claims arrive are over, and the
-- claims of the whole window were delivered.
with people as (select * from input.people),

parameters as (select * from parameter.diabetes_untreated),

measured as (
  select
    people.input_id,
    people.on_day,
    half_up(people.fpg, 0) as fpg,
    half_up(people.hba1c, 1) as hba1c,
    people.is_treated,
    people.as_of,
    people.care_known_to,
    month_add(people.on_day, parameters.window_months) as window_last,
    month_add(people.on_day, parameters.window_months + parameters.lag_months) as lag_last,
    parameters.version,
    parameters.min_fpg,
    parameters.min_hba1c
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

judged as (
  select
    *,
    coalesce(hba1c >= min_hba1c, false) as hba1c_high,
    coalesce(fpg >= min_fpg, false) as fpg_high,
    as_of > lag_last and care_known_to >= window_last as is_over
  from measured
),

levelled as (
  select
    *,
    case
      when fpg is null and hba1c is null then 'undecidable'
      when not hba1c_high and not fpg_high then 'below-threshold'
      when is_treated then 'already-treated'
      when coalesce(is_over, false) then 'selected'
      else 'undecided'
    end as level
  from judged
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    window_last,
    lag_last,
    trim(
      if(hba1c_high, 'hba1c ', '')
      || if(fpg_high, 'fpg ', '')
      || case level
        when 'selected' then 'untreated'
        when 'undecided' then 'waiting'
        when 'already-treated' then 'treated'
        when 'below-threshold' then 'below'
        else 'missing'
      end
    ) as reasons
  from levelled
)

select * from answered
