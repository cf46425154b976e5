-- grain: one row per receipt (レセプト) of the months of the notice, with the sheet it stands on or why on none
-- key: receipt_id
-- why: who is not disclosed, opted out, dead or no longer covered is on no sheet at all, nobody's. Sensitive care, an own
-- envelope and months spent in another household stand on the patient's own sheet, never on the household's; what
-- cannot be judged is treated so too.
with run as (select * from input.run),

receipts as (select * from core.receipt),

shares as (select * from core.patient_share),

privacy as (select * from core.receipt_privacy),

people as (select * from input.standing),

cover as (select * from core.cover_month),

institutions as (select * from core.institution),

placed as (
  select
    receipts.receipt_id,
    receipts.person_id,
    month_code(receipts.service_month) as month,
    receipts.institution,
    institutions.name as institution_name,
    if(receipts.care = 'therapy', receipts.kind, receipts.care) as care,
    receipts.days,
    receipts.yen,
    receipts.meal_count,
    receipts.meal_yen,
    coalesce(receipts.claimed_yen <> receipts.yen, false) as is_reviewed,
    shares.paid_yen,
    shares.meal_paid_yen,
    shares.is_limited,
    shares.has_programme,
    shares.is_meal_estimated,
    people.age_month,
    people.household_id,
    case
      when not receipts.is_linked then 'unlinked'
      when receipts.public_only then 'public-only'
      when shares.paid_yen is null or shares.meal_paid_yen is null then 'unrated'
      else people.exclusion
    end as reason,
    run.per = 'person'
    or people.has_envelope
    or coalesce(privacy.is_sensitive, true)
    or coalesce(cover.household_id <> people.household_id, true) as is_own
  from receipts
  inner join run on receipts.service_month between run.first_month and run.last_month
  left join institutions on receipts.institution = institutions.institution
  left join shares on receipts.receipt_id = shares.receipt_id
  left join privacy on receipts.receipt_id = privacy.receipt_id
  left join people on receipts.person_id = people.person_id
  left join cover on receipts.person_id = cover.person_id and receipts.service_month = cover.month
),

judged as (
  select
    placed.*,
    if(placed.is_own, placed.person_id, placed.household_id) as addressee,
    case
      when placed.reason is not null then placed.reason
      when placed.is_own then 'notified'
      when insured.exclusion = 'non-disclosure' then 'household-non-disclosure'
      when insured.exclusion = 'opted-out' then 'household-opted-out'
      when insured.person_id is null or insured.exclusion is not null then 'household-left'
      else 'notified'
    end as outcome
  from placed
  left join people as insured on placed.household_id = insured.person_id
),

lined as (
  select
    receipt_id,
    outcome,
    if(outcome = 'notified', if(is_own, 'own', 'household'), null) as sheet,
    if(outcome = 'notified', addressee, null) as addressee,
    person_id as patient,
    month,
    coalesce(institution_name, institution) as institution,
    institution_name is not null as is_named,
    care,
    days,
    yen,
    coalesce(paid_yen, 0) as paid_yen,
    meal_count,
    meal_yen,
    coalesce(meal_paid_yen, 0) as meal_paid_yen,
    is_limited,
    has_programme,
    is_reviewed,
    is_meal_estimated,
    row_number() over (
      partition by outcome, is_own, addressee
      order by
        month,
        if(person_id = addressee, 0, 1),
        age_month,
        person_id,
        institution_name,
        institution,
        care,
        receipt_id
    ) as place
  from judged
)

select * from lined
