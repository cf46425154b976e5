-- grain: one row per code of receipts that hold which no master names, and per record that is not read
-- key: kind, code
-- why: a work list. receipts and yen are those of the receipts in which the code stands, so that what matters most comes
-- first; occurrences are rows. The first digit of a nine-digit code names its master. uncoded-disease is 0000999; modifier (修飾語) has four digits.
-- unreadable: rows whose code is none, by record (SY: any disease row; a CZ row without one is 薬剤料).
with recursive receipts as (select * from core.receipt),

all_details as (select * from core.detail),

details as (select * from all_details where code is not null),

codings as (select * from core.coding where code is not null),

all_diagnoses as (select * from staging.diagnosis),

diagnoses as (select * from all_diagnoses where disease_code is not null),

unknown_records as (select * from staging.unknown_record),

mastered as (
  select code from core.master_procedure
  union
  select code from core.master_dental
  union
  select code from core.master_dispensing
  union
  select code from core.master_nursing
  union
  select code from core.master_drug
  union
  select code from core.master_material
  union
  select code from core.master_comment
),

diseases as (select code from core.master_disease),

modifiers as (select code from core.master_modifier),

places as (
  select 0 as place
  union all
  select place + 1 as place from places where place < 19
),

modifier_uses as (
  select
    diagnoses.receipt_id,
    text_part(diagnoses.modifiers, places.place * 4 + 1, 4) as code
  from diagnoses
  inner join places on places.place * 4 < text_length(diagnoses.modifiers)
),

detail_uses as (
  select details.receipt_id, details.code, count(*) as occurrences
  from details
  left join mastered on details.code = mastered.code
  where mastered.code is null
  group by details.receipt_id, details.code
  union all
  select codings.receipt_id, codings.code, count(*) as occurrences
  from codings
  left join mastered on codings.code = mastered.code
  where mastered.code is null
  group by codings.receipt_id, codings.code
),

uses as (
  select
    case text_part(code, 1, 1)
      when '1' then 'procedure'
      when '3' then 'dental'
      when '4' then 'dispensing'
      when '5' then 'nursing'
      when '6' then 'drug'
      when '7' then 'material'
      when '8' then 'comment'
      else 'other'
    end as kind,
    code,
    receipt_id,
    sum(occurrences) as occurrences
  from detail_uses
  group by code, receipt_id
  union all
  select
    if(diagnoses.disease_code = '0000999', 'uncoded-disease', 'disease') as kind,
    diagnoses.disease_code,
    diagnoses.receipt_id,
    count(*) as occurrences
  from diagnoses
  left join diseases on diagnoses.disease_code = diseases.code
  where diseases.code is null or diagnoses.disease_code = '0000999'
  group by diagnoses.disease_code, diagnoses.receipt_id
  union all
  select 'modifier' as kind, modifier_uses.code, modifier_uses.receipt_id, count(*) as occurrences
  from modifier_uses
  left join modifiers on modifier_uses.code = modifiers.code
  where modifiers.code is null
  group by modifier_uses.code, modifier_uses.receipt_id
  union all
  select 'unreadable' as kind, record as code, receipt_id, count(*) as occurrences
  from all_details
  where code is null and record <> 'CZ'
  group by record, receipt_id
  union all
  select 'unreadable' as kind, 'SY' as code, receipt_id, count(*) as occurrences
  from all_diagnoses
  where disease_code is null
  group by receipt_id
  union all
  select 'record' as kind, coalesce(record, '??') as code, receipt_id, count(*) as occurrences
  from unknown_records
  group by coalesce(record, '??'), receipt_id
),

listed as (
  select
    uses.kind,
    uses.code,
    cast(sum(uses.occurrences) as bigint) as occurrences,
    count(*) as receipts,
    cast(sum(receipts.yen) as bigint) as yen,
    min(receipts.service_month) as first_month,
    max(receipts.service_month) as last_month
  from uses
  inner join receipts on uses.receipt_id = receipts.receipt_id
  group by uses.kind, uses.code
)

select * from listed
