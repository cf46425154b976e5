-- grain: one row per checkup that is reported: of an assessed person of the year (評価対象者)
-- key: document_id
-- why: someone with a missing item is reported as long as the levels can be told. Number and sex are as delivered, so that
-- the checks can compare them with the ledger.
with run as (select * from input.run),

targets as (select * from core.checkup_target where is_assessed),

checkups as (select * from core.checkup_year),

delivered as (
  select row_id(file_id, checkup_seq) as checkup_id, document, sex, insurer_number
  from raw.checkup
),

reported as (
  select
    checkups.checkup_id as document_id,
    checkups.*,
    delivered.document as "position",
    delivered.sex as delivered_sex,
    delivered.insurer_number,
    run.insurer_number as own_insurer_number
  from checkups
  inner join run on checkups.fiscal_year = run.fiscal_year
  inner join targets
    on checkups.person_id = targets.person_id and checkups.fiscal_year = targets.fiscal_year
  inner join delivered on checkups.checkup_id = delivered.checkup_id
)

select * from reported
