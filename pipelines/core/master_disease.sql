-- grain: one row per disease code (傷病名コード), from its newest edition, with its class
-- key: code
-- why: an abolished code stays in old receipts: its successor (移行先コード) is followed, up to five steps. Codes
-- without ICD-10, and ICD-10 codes the table of 社会保険表章用疾病分類 does not have (V-Z), have no class.
with recursive diseases as (select * from staging.master_disease),

editions as (select * from staging.edition),

classes as (select * from reference.icd10_class),

newest as (
  select diseases.*
  from diseases
  inner join editions on diseases.file_id = editions.file_id
  qualify row_number() over (
    partition by diseases.code order by editions.as_of desc nulls last, diseases.file_id desc
  ) = 1
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

classed as (
  select
    newest.code,
    followed.current_code,
    newest.name,
    coalesce(followed.icd10, newest.icd10) as icd10,
    coalesce(classes.class, 'unclassified') as disease
  from newest
  inner join followed on newest.code = followed.code
  left join classes
    on text_part(coalesce(followed.icd10, newest.icd10), 1, 3) between classes.icd_from and classes.icd_to
)

select * from classed
