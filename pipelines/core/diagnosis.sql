-- grain: one row per disease row (傷病名) of a receipt
-- key: receipt_id, line
-- why: a row is suspected (疑い) when any of its four-digit modifiers says so. The ICD-10 a DPC receipt states itself
-- stands in where the master has none. Rows of versions that do not hold any more are here too.
with recursive diagnoses as (select * from staging.diagnosis),

diseases as (select * from core.master_disease),

classes as (select * from reference.icd10_class),

minor_classes as (select * from reference.icd10_minor_class),

suspicions as (select * from core.master_modifier where is_suspicion),

stated_codes as (select distinct icd10 from diagnoses where icd10 is not null),

stated as (
  select
    stated_codes.icd10,
    classes.class as disease,
    max(if(minor_classes.edition = '2013', minor_classes.class, null)) as minor_class,
    max(if(minor_classes.edition = '2003', minor_classes.class, null)) as minor_class_2003
  from stated_codes
  inner join classes on text_part(stated_codes.icd10, 1, 3) between classes.icd_from and classes.icd_to
  left join minor_classes
    on text_part(stated_codes.icd10, 1, text_length(minor_classes.icd_from)) >= minor_classes.icd_from
    and text_part(stated_codes.icd10, 1, text_length(minor_classes.icd_to)) <= minor_classes.icd_to
  group by stated_codes.icd10, classes.class
),

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
    coalesce(diseases.icd10, diagnoses.icd10) as icd10,
    coalesce(if(diseases.icd10 is null, stated.disease, diseases.disease), 'unclassified') as disease,
    coalesce(if(diseases.icd10 is null, stated.minor_class, diseases.minor_class), 'unclassified') as minor_class,
    coalesce(
      if(diseases.icd10 is null, stated.minor_class_2003, diseases.minor_class_2003),
      'unclassified'
    ) as minor_class_2003,
    diagnoses.outcome,
    diagnoses.is_main,
    diagnoses.role,
    diagnoses.teeth,
    suspected.receipt_id is not null as is_suspected,
    diagnoses.started_on
  from diagnoses
  left join diseases on diagnoses.disease_code = diseases.code
  left join stated on diagnoses.icd10 = stated.icd10
  left join suspected
    on diagnoses.receipt_id = suspected.receipt_id and diagnoses.line = suspected.line
)

select * from classed
