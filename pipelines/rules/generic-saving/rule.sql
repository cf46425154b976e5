-- grain: one row per row of input.people: a drug handed out and one generic for it
-- key: input_id
-- why: what the patient paid for the drug and would have paid for the generic. Each drug is counted for itself: price x
-- quantity of one unit (day or time) goes to points (up to 15 yen one point, then a half is dropped: 五捨五超入), points
-- x units x 10 yen x the patient's part. Of a brand under selected care (長期収載品の選定療養) that part is of the insured
-- price, and the patient's share of the gap to the dearest generic comes on top, in points too, with tax. The list must
-- say the share of the day and the price that was claimed (to 0.01 yen), else it is of another time and nothing is said.
with people as (select * from input.people),

parameters as (select * from parameter.generic_saving),

dated as (
  select
    people.*,
    parameters.version,
    parameters.least_yen,
    parameters.surcharge_least_yen,
    parameters.tax_percent,
    (people.brand_milliyen - people.highest_generic_milliyen) * parameters.surcharge_percent
      - people.gap_share_milliyen * 100 as share_error,
    people.claimed_milliyen - people.insured_milliyen as price_error
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

pointed as (
  select
    *,
    drug_points(drug_amount(claimed_milliyen, quantity), least_yen) * units as claimed_points,
    if(is_insured_part, drug_points(drug_amount(gap_share_milliyen, quantity), surcharge_least_yen) * units, 0)
      as surcharge_points,
    drug_points(drug_amount(generic_milliyen, quantity), least_yen) * units as generic_points
  from dated
),

paid as (
  select
    *,
    surcharge_points * 10 + whole_part(surcharge_points * coalesce(tax_percent, 0), 10) as surcharge_yen,
    whole_part(claimed_points * patient_percent, 10) as share_yen,
    whole_part(generic_points * patient_percent, 10) as changed_yen,
    case
      when claimed_points is null or patient_percent is null then 'missing'
      when is_insured_part and not coalesce(
        share_error between -1000 and 1000 and price_error between -10 and 10, false
      ) then 'other-list'
      when generic_milliyen is null then 'no-generic'
    end as cause
  from pointed
),

saved as (
  select
    *,
    share_yen + surcharge_yen as paid_yen,
    share_yen + surcharge_yen - changed_yen as difference_yen
  from paid
),

answered as (
  select
    input_id,
    case
      when cause = 'no-generic' then 'no-saving'
      when cause is not null then 'undecidable'
      when difference_yen > 0 then 'saving'
      else 'no-saving'
    end as level,
    cause,
    version,
    claimed_points * 10 as claimed_yen,
    if(cause = 'missing' or cause = 'other-list', null, surcharge_yen) as surcharge_yen,
    if(cause = 'missing' or cause = 'other-list', null, paid_yen) as paid_yen,
    if(cause is null, changed_yen, null) as changed_yen,
    if(cause is null, if(difference_yen > 0, difference_yen, 0), null) as saving_yen,
    trim(
      if(is_insured_part, 'surcharge ', 'whole_price ')
      || case
        when cause = 'no-generic' then 'no_generic'
        when cause = 'missing' then 'missing'
        when cause = 'other-list' then 'other_list'
        when difference_yen > 0 then 'cheaper'
        else 'not_cheaper'
      end
    ) as reasons
  from saved
)

select * from answered
