-- grain: one row per disease row (傷病名) of a receipt
-- key: receipt_id, line
-- why: a row is suspected (疑い) when any of its four-digit modifiers says so.
with recursive diagnoses as (select * from staging.diagnosis),

diseases as (select * from core.master_disease),

suspicions as (select * from core.master_modifier where is_suspicion),

places as (
  select 0 as place
  union all
  select place + 1 as place from places where place < 19
),

suspected as (
  select distinct diagnoses.receipt_id, diagnoses.line
  from diagnoses
  inner join places on places.place * 4 < text_length(diagnoses.modifiers)
  left join suspicions on text_part(diagnoses.modifiers, places.place * 4 + 1, 4) = suspicions.code
  where suspicions.code is not null or text_part(diagnoses.modifiers, places.place * 4 + 1, 4) = '8002'
),

classed as (
  select
    diagnoses.receipt_id,
    diagnoses.line,
    diagnoses.disease_code,
    diseases.current_code,
    diseases.icd10,
    coalesce(diseases.disease, 'unclassified') as disease,
    diagnoses.outcome,
    diagnoses.is_main,
    suspected.receipt_id is not null as is_suspected,
    diagnoses.started_on
  from diagnoses
  left join diseases on diagnoses.disease_code = diseases.code
  left join suspected
    on diagnoses.receipt_id = suspected.receipt_id and diagnoses.line = suspected.line
)

select * from classed
