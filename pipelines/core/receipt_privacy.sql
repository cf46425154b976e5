-- grain: one row per linked receipt: whether it is about care that others of the household must not read of
-- key: receipt_id
-- why: by a disease, a kind of treatment or a drug of the policy table (sensitive-care), suspected diseases included. What
-- cannot be judged counts as sensitive: a disease without ICD-10, a receipt without any disease. Coding data of a DPC stay
-- count like its rows. A pharmacy receipt follows the receipts of its prescriber for the same person in the same month or
-- the three before; without any it cannot be judged. Therapy (療養費) is paid for injuries, pain and stiffness alone: it is
-- sensitive only by a disease of the table.
with receipts as (select * from core.receipt where is_linked),

policies as (select * from reference.sensitive_care),

diagnoses as (select * from core.diagnosis),

details as (
  select receipt_id, code from core.detail
  union all
  select receipt_id, code from core.coding
),

procedures as (select * from core.master_procedure),

drugs as (select * from core.master_drug),

coded as (
  select procedures.code, procedures.holds_from, procedures.holds_to, policies.from_month, policies.to_month
  from procedures
  inner join policies
    on policies.kind = 'fee_class' and procedures.fee_class between policies.code_from and policies.code_to
  union all
  select drugs.code, drugs.holds_from, drugs.holds_to, policies.from_month, policies.to_month
  from drugs
  inner join policies
    on policies.kind = 'drug_class'
    and text_part(drugs.price_code, 1, 3) between policies.code_from and policies.code_to
),

coded_details as (
  select distinct receipts.receipt_id, receipts.service_month, details.code
  from details
  inner join receipts on details.receipt_id = receipts.receipt_id
  where details.code in (select code from coded)
),

code_signs as (
  select distinct coded_details.receipt_id
  from coded_details
  inner join coded
    on coded_details.code = coded.code
    and coded_details.service_month between coded.holds_from and coded.holds_to
    and month_code(coded_details.service_month) between coded.from_month and coded.to_month
),

disease_signs as (
  select
    receipts.receipt_id,
    max(if(policies.kind is not null or (diagnoses.icd10 is null and receipts.care <> 'therapy'), 1, 0)) = 1
      as is_sensitive
  from receipts
  inner join diagnoses on receipts.receipt_id = diagnoses.receipt_id
  left join policies
    on policies.kind = 'icd10'
    and text_part(diagnoses.icd10, 1, 3) between policies.code_from and policies.code_to
    and month_code(receipts.service_month) between policies.from_month and policies.to_month
  group by receipts.receipt_id
),

signed as (
  select
    receipts.receipt_id,
    receipts.person_id,
    receipts.institution,
    receipts.prescriber,
    receipts.service_month,
    receipts.care,
    code_signs.receipt_id is not null
    or (
      receipts.care <> 'pharmacy' and coalesce(disease_signs.is_sensitive, receipts.care <> 'therapy')
    ) as has_sign
  from receipts
  left join code_signs on receipts.receipt_id = code_signs.receipt_id
  left join disease_signs on receipts.receipt_id = disease_signs.receipt_id
),

prescribed as (
  select
    signed.receipt_id,
    max(if(coalesce(medical.has_sign, true), 1, 0)) = 1 as has_sign
  from signed
  left join signed as medical
    on signed.person_id = medical.person_id
    and signed.prescriber = medical.institution
    and medical.care <> 'pharmacy'
    and medical.service_month between month_add(signed.service_month, -3) and signed.service_month
  where signed.care = 'pharmacy'
  group by signed.receipt_id
),

marked as (
  select
    signed.receipt_id,
    signed.has_sign or coalesce(prescribed.has_sign, false) as is_sensitive
  from signed
  left join prescribed on signed.receipt_id = prescribed.receipt_id
)

select * from marked
