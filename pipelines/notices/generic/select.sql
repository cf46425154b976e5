-- grain: one row per drug row of a brand with generics (class 2) in the months of the notice, and what becomes of it
-- key: receipt_id, line
-- why: rows of one person, drug and month are one drug of the letter (`lead` stands on the first); it counts with its
-- cheapest generic. Of several months each person gets the one with the largest saving. A listed brand claimed at its
-- full price although selected care holds was needed by medical judgement, or no generic was in stock. The first
-- reason that holds is the outcome. A child with an own envelope is written to like an adult.
with run as (select * from input.run),

asked as (select * from input.asked),

answers as (select * from input.answer),

drugs as (select * from core.drug),

receipts as (select * from core.receipt),

shares as (select * from core.patient_share),

payers as (select * from core.public_payer),

diagnoses as (select * from core.diagnosis where not is_suspected),

people as (select * from input.standing),

written as (select * from input.written),

policies as (select * from reference.generic_policy),

exclusions as (select * from reference.generic_exclusion),

answered as (
  select
    asked.receipt_id, asked.line, asked.price_code, asked.brand, asked.unit, asked.is_listed,
    max(if(asked.place = 1, answers.level, null)) as level,
    max(coalesce(answers.claimed_yen, 0)) as yen,
    max(coalesce(answers.surcharge_yen, 0)) as surcharge_yen,
    max(coalesce(answers.paid_yen, 0)) as paid_yen,
    max(if(asked.place = 1, coalesce(answers.saving_yen, 0), 0)) as saving_yen,
    max(if(asked.place = 1, answers.changed_yen, null)) as changed_1,
    max(if(asked.place = 2, answers.changed_yen, null)) as changed_2,
    max(if(asked.place = 3, answers.changed_yen, null)) as changed_3,
    max(if(asked.place = 1, asked.generic, null)) as generic_1,
    max(if(asked.place = 2 and answers.level = 'saving', asked.generic, null)) as generic_2,
    max(if(asked.place = 3 and answers.level = 'saving', asked.generic, null)) as generic_3
  from asked
  inner join answers on asked.input_id = answers.input_id
  group by all
),

placed as (
  select
    answered.*,
    receipts.person_id, receipts.service_month as month, receipts.care, receipts.is_linked,
    drugs.burden, drugs.dosage_form, drugs.is_insured_part, drugs.total_quantity,
    shares.is_limited,
    cast(policies.min_age as integer) as min_age,
    cast(policies.min_drug_yen as bigint) as min_drug_yen, cast(policies.min_letter_yen as bigint) as min_letter_yen,
    cast(policies.months_taken as integer) as months_taken, cast(policies.within_months as integer) as within_months,
    cast(policies.months_between as integer) as months_between
  from answered
  inner join receipts on answered.receipt_id = receipts.receipt_id
  inner join drugs on answered.receipt_id = drugs.receipt_id and answered.line = drugs.line
  inner join policies on month_code(receipts.service_month) between policies.from_month and policies.to_month
  left join shares on answered.receipt_id = shares.receipt_id
),

taken as (
  select placed.receipt_id, placed.line, count(distinct before.service_month) as months
  from placed
  inner join drugs as before
    on placed.person_id = before.person_id
    and text_part(placed.price_code, 1, 7) = text_part(before.price_code, 1, 7)
    and before.service_month between month_add(placed.month, 1 - placed.within_months) and placed.month
  inner join receipts on before.receipt_id = receipts.receipt_id and receipts.is_linked
  group by placed.receipt_id, placed.line
),

signs as (
  select receipt_id, 'icd10' as kind, text_part(icd10, 1, 3) as code from diagnoses
  union all
  select receipt_id, 'programme' as kind, program as code from payers
),

ill as (
  select distinct receipts.person_id, receipts.service_month as month
  from receipts
  inner join run on receipts.service_month between run.first_month and run.last_month
  inner join signs on receipts.receipt_id = signs.receipt_id
  inner join exclusions
    on signs.kind = exclusions.kind
    and signs.code between exclusions.code_from and exclusions.code_to
    and month_code(receipts.service_month) between exclusions.from_month and exclusions.to_month
),

recent as (
  select distinct placed.person_id, placed.month
  from placed
  inner join written
    on placed.person_id = written.person_id
    and written.month > month_add(placed.month, -placed.months_between)
    and written.month < placed.month
),

spared as (
  select distinct placed.price_code, placed.month
  from placed
  inner join exclusions
    on exclusions.kind = 'drug_class'
    and text_part(placed.price_code, 1, 3) between exclusions.code_from and exclusions.code_to
    and month_code(placed.month) between exclusions.from_month and exclusions.to_month
),

judged as (
  select
    placed.*,
    whole_years(people.age_month, placed.month) < 18 and not people.has_envelope as is_child,
    people.household_id,
    case
      when not placed.is_linked then 'unlinked'
      when people.exclusion is not null then people.exclusion
      when whole_years(people.age_month, placed.month) < placed.min_age then 'age'
      when placed.care = 'inpatient' then 'inpatient'
      when placed.dosage_form not in ('1', '6') then 'injection'
      when spared.price_code is not null then 'spared-drug'
      when ill.person_id is not null then 'spared-illness'
      when coalesce(placed.burden, '1') <> '1' then 'public-payer'
      when coalesce(placed.is_limited, false) then 'limited'
      when placed.is_listed and not placed.is_insured_part then 'brand-needed'
      when taken.months < placed.months_taken then 'one-off'
      when placed.level <> 'saving' then placed.level
      when recent.person_id is not null then 'written-before'
    end as reason
  from placed
  left join people on placed.person_id = people.person_id
  left join spared on placed.price_code = spared.price_code and placed.month = spared.month
  left join ill on placed.person_id = ill.person_id and placed.month = ill.month
  left join recent on placed.person_id = recent.person_id and placed.month = recent.month
  left join taken on placed.receipt_id = taken.receipt_id and placed.line = taken.line
),

addressed as (
  select
    judged.*,
    if(judged.is_child, judged.household_id, judged.person_id) as addressee,
    case
      when judged.reason is not null then judged.reason
      when judged.is_child and (insured.person_id is null or insured.exclusion is not null) then 'household-closed'
    end as closed,
    sum(judged.saving_yen) over (
      partition by judged.person_id, judged.month, judged.price_code, judged.reason is null
    ) as drug_saving
  from judged
  left join people as insured on judged.household_id = insured.person_id
),

lettered as (
  select *,
    coalesce(closed, if(drug_saving < min_drug_yen, 'below-drug', null)) as kept_back,
    sum(if(closed is null and drug_saving >= min_drug_yen, saving_yen, 0))
      over (partition by person_id, month) as letter_saving
  from addressed
),

chosen as (
  select *,
    case
      when kept_back is not null then kept_back
      when letter_saving < min_letter_yen then 'below-letter'
      when dense_rank() over (partition by person_id order by letter_saving desc, month desc) > 1 then 'other-month'
      else 'notified'
    end as outcome
  from lettered
),

lined as (
  select
    receipt_id, line, outcome,
    if(outcome = 'notified', 'own', null) as sheet,
    if(outcome = 'notified', addressee, null) as addressee,
    person_id as patient, is_child, month_code(month) as month, brand as drug, unit,
    yen, paid_yen, saving_yen,
    row_number() over (
      partition by outcome, person_id, month, price_code order by receipt_id, line
    ) = 1 as is_lead,
    sum(total_quantity) over drug as drug_quantity,
    sum(paid_yen) over drug as drug_paid_yen,
    sum(surcharge_yen) over drug as drug_surcharge_yen,
    sum(surcharge_yen) over drug > 0 as has_surcharge,
    generic_1, sum(changed_1) over drug as changed_1_yen,
    generic_2, sum(changed_2) over drug as changed_2_yen,
    generic_3, sum(changed_3) over drug as changed_3_yen,
    row_number() over (
      partition by outcome, addressee order by person_id, drug_saving desc, price_code, receipt_id, line
    ) as place
  from chosen
  window drug as (partition by outcome, person_id, month, price_code)
)

select * from lined
