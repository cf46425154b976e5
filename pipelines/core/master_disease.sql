-- grain: one row per disease code (傷病名コード), from its newest edition, with its classes
-- key: code
-- why: an abolished code stays in old receipts: its successor (移行先コード) is followed, up to five steps. Codes
-- without ICD-10, and ICD-10 codes the table of 社会保険表章用疾病分類 does not have (V-Z), have no class. minor_class is
-- that of the table of 2013 (122 classes), minor_class_2003 of the one before (119).
with recursive diseases as (select * from staging.master_disease),

classes as (select * from reference.icd10_class),

minor_classes as (select * from reference.icd10_minor_class),

newest as (
  select * from diseases
  qualify row_number() over (partition by code order by edition desc) = 1
),

steps as (
  select code, code as current_code, 0 as step from newest
  union all
  select steps.code, newest.successor_code as current_code, steps.step + 1 as step
  from steps
  inner join newest on steps.current_code = newest.code
  where newest.successor_code is not null and newest.successor_code <> newest.code and steps.step < 5
),

followed as (
  select steps.code, newest.code as current_code, newest.icd10
  from steps
  inner join newest on steps.current_code = newest.code
  qualify row_number() over (partition by steps.code order by steps.step desc) = 1
),

known as (
  select
    newest.code,
    followed.current_code,
    newest.name,
    coalesce(followed.icd10, newest.icd10) as icd10,
    newest.valid_to
  from newest
  inner join followed on newest.code = followed.code
),

icd10_codes as (select distinct icd10 from known where icd10 is not null),

minor as (
  select
    icd10_codes.icd10,
    max(if(minor_classes.edition = '2013', minor_classes.class, null)) as minor_class,
    max(if(minor_classes.edition = '2003', minor_classes.class, null)) as minor_class_2003
  from icd10_codes
  inner join minor_classes
    on text_part(icd10_codes.icd10, 1, text_length(minor_classes.icd_from)) >= minor_classes.icd_from
    and text_part(icd10_codes.icd10, 1, text_length(minor_classes.icd_to)) <= minor_classes.icd_to
  group by icd10_codes.icd10
),

classed as (
  select
    known.code,
    known.current_code,
    known.name,
    known.icd10,
    coalesce(classes.class, 'unclassified') as disease,
    coalesce(minor.minor_class, 'unclassified') as minor_class,
    coalesce(minor.minor_class_2003, 'unclassified') as minor_class_2003,
    known.valid_to
  from known
  left join classes on text_part(known.icd10, 1, 3) between classes.icd_from and classes.icd_to
  left join minor on known.icd10 = minor.icd10
)

select * from classed
