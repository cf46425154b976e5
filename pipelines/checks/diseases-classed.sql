-- ja: ICD-10 のある傷病名は、中分類のどちらの表でも1つの分類に入るか、分類のないコードの一覧にある
-- en: In either table of minor classes a disease with ICD-10 has one class, or is on the closed list of codes without
with icd10_codes as (select distinct icd10 from core.master_disease where icd10 is not null),

places as (
  select edition, icd_from, icd_to from reference.icd10_minor_class
  union all
  select edition, icd_from, icd_to from reference.icd10_unclassified
),

found as (
  select
    icd10_codes.icd10,
    count(*) filter (where places.edition = '2013') as places_2013,
    count(*) filter (where places.edition = '2003') as places_2003
  from icd10_codes
  left join places
    on text_part(icd10_codes.icd10, 1, text_length(places.icd_from)) >= places.icd_from
    and text_part(icd10_codes.icd10, 1, text_length(places.icd_to)) <= places.icd_to
  group by icd10_codes.icd10
),

counted as (
  select
    count(*) filter (where places_2013 <> 1 or places_2003 <> 1) as failing,
    count(*) as checked
  from found
)

select * from counted
