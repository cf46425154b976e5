-- grain: one row per receipt: the classes (大分類, 中分類) of its main disease (主傷病)
-- key: receipt_id
-- why: among the diseases that are not suspected that of the most resources (医療資源を最も投入した傷病名, DPC role 01), else
-- the first flagged as main (DPC: role 11), else the first; where all are suspected the same order. A pharmacy receipt
-- follows its prescribing receipt. A class that a sex cannot have goes to unclassified, so that yen are conserved.
-- minor_class_of_month is that of the table (edition) in force in the month of care; for a long trend take one of the two.
with receipts as (select * from core.receipt),

diagnoses as (select * from core.diagnosis),

links as (select * from core.prescription_link),

members as (select * from core.member),

impossible as (select * from reference.structural_zero),

editions as (select * from reference.disease_edition),

main_diseases as (
  select receipt_id, disease, minor_class, minor_class_2003
  from diagnoses
  qualify row_number() over (
    partition by receipt_id
    order by
      if(is_suspected, 1, 0),
      case when role = '01' then 1 when is_main or role = '11' then 2 else 3 end,
      line
  ) = 1
),

followed as (
  select
    receipts.receipt_id,
    receipts.person_id,
    receipts.service_month,
    coalesce(main_diseases.disease, 'unclassified') as disease,
    coalesce(main_diseases.minor_class, 'unclassified') as minor_class,
    coalesce(main_diseases.minor_class_2003, 'unclassified') as minor_class_2003
  from receipts
  left join links on receipts.receipt_id = links.receipt_id
  left join main_diseases
    on main_diseases.receipt_id = if(receipts.care = 'pharmacy', links.prescribing_receipt_id, receipts.receipt_id)
),

possible as (
  select
    followed.receipt_id,
    if(impossible.disease is null, followed.disease, 'unclassified') as disease,
    if(impossible.disease is null, followed.minor_class, 'unclassified') as minor_class,
    if(impossible.disease is null, followed.minor_class_2003, 'unclassified') as minor_class_2003,
    impossible.disease is not null as is_contrary,
    editions.edition
  from followed
  left join editions on month_code(followed.service_month) between editions.from_month and editions.to_month
  left join members on followed.person_id = members.person_id
  left join impossible on members.sex = impossible.sex and followed.disease = impossible.disease
),

classed as (
  select *, if(edition = '2003', minor_class_2003, minor_class) as minor_class_of_month
  from possible
)

select * from classed
