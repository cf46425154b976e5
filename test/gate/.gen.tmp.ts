import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homeOf } from '#shared/home.ts';
import { createKeys } from '#private/keys.ts';
import { openForBuild } from '#private/warehouse.ts';
import { settingsText, examplePurposes } from '#office/settings-template.ts';
const n = Number(process.argv[2] ?? 10000);
const home = homeOf(`/tmp/countwork/home${n}`);
rmSync(home.root, { recursive: true, force: true });
for (const f of [home.tmp, home.proofs, home.candidates, home.releases]) mkdirSync(f, { recursive: true });
await createKeys(home);
writeFileSync(home.settings, settingsText({ name: '架空', insurerNumber: '06999991', demo: true, purposes: examplePurposes }));
const w = await openForBuild(home.warehouse, home.tmp);
// employers with sizes
const sizes = [3000, 2000, 1500, 1000, 800, 600, 400, 300, 200, 100, 50, 30, 16, 4];
const total = sizes.reduce((a, b) => a + b, 0);
let acc = 0;
const cases = sizes.map((s, i) => { acc += s; return `when u < ${acc / total} then 'E${String(i + 1).padStart(3, '0')}'`; }).join(' ');
await w.run(`
create schema config; create schema raw; create schema core; create schema analyses;
create table config.run as select date '2026-11-21' as as_of, date '2026-08-01' as closed_through;
create table raw.file (file_id bigint, kind varchar, processing_month varchar, as_of date); create table raw.master_disease (file_id bigint); create table raw.master_modifier (file_id bigint); create table raw.master_drug (file_id bigint); create table raw.master_procedure (file_id bigint); create table raw.master_material (file_id bigint);
insert into raw.file values (1,'receipt','2024-05',null);
select setseed(0.42);
create table people as
 with r as (select i as person_id, random() u, random() a, random() s, random() d, random() frail from range(1, ${n + 1}) t(i))
 select person_id, (case when d < 0.55 then person_id else 1 + floor(random()*${n}) end)::bigint as household_id,
  case ${cases} else 'E001' end as employer_code,
  case when d < 0.55 then 'insured' else 'dependant' end as relation,
  case when (d < 0.55 and s < 0.65) or (d >= 0.55 and s < 0.35) then 'male' else 'female' end as sex,
  case when d < 0.55 then 20 + floor(a*47) else (case when a < 0.6 then floor(a/0.6*22) else 25+floor((a-0.6)/0.4*49) end) end::integer as age,
  frail
 from r;
create table core.member as select person_id from people;
create table years as select unnest([2024, 2025])::integer as fiscal_year;
create table my as select p.* , y.fiscal_year, (p.age + y.fiscal_year - 2024)::integer as agey,
   case when random() < 0.9 then 12 else 1+floor(random()*11) end::integer as person_months
 from people p cross join years y where random() < 0.97;
create table core.reporting_unit as
 with c as (select fiscal_year, employer_code, count(*) filter (where relation='insured' and agey between 40 and 74) n from my group by all),
 all_ as (select y.fiscal_year, e.employer_code, coalesce(n,0) n from years y cross join (select distinct employer_code from people) e left join c using (fiscal_year, employer_code))
 select fiscal_year, employer_code as employer_id, employer_code, case when n >= 50 then employer_code else 'other' end as unit_code,
  'Unit' || unit_code as unit_name, 'Unit' || unit_code as unit_name_en from all_;
create table m as select my.*, r.unit_code as unit, employer_code as employer_id,
  case when agey >= 75 then '75+' else printf('%02d-%02d', (agey//5*5)::integer, (agey//5*5+4)::integer) end as age_band,
  case when agey >= 70 then '70+' else printf('%02d-%02d', (agey//10*10)::integer, (agey//10*10+9)::integer) end as age_group
 from my join core.reporting_unit r using (fiscal_year, employer_code);
create table months as select fiscal_year, mm, case when mm < 9 then printf('%d-%02d', fiscal_year, mm+4) else printf('%d-%02d', fiscal_year+1, mm-8) end as month
  from years cross join (select unnest(range(12))::integer mm) t;
create table pm as select m.person_id, m.household_id, m.employer_id, m.fiscal_year, months.month from m join months on m.fiscal_year=months.fiscal_year and months.mm < m.person_months;
create table rc as
 select pm.*, ['inpatient','outpatient','pharmacy'][k.k] as care, (case k.k when 1 then 30000 + floor(random()*100000) else 300 + floor(random()*3000) end * 10)::bigint as yen, 1 as receipts,
  case when random() < 0.5 then '10' else lpad((1 + floor(random()*random()*19))::integer::varchar, 2, '0') end as dis
 from pm cross join (select unnest([1,2,3]) k) k where random() < case k.k when 1 then 0.012 when 2 then 0.55 else 0.35 end;
create table analyses.members as select * from m;
create table analyses."cost-by-care" as
 select person_id, household_id, employer_id, month, care, sum(receipts)::bigint receipts, sum(yen)::bigint yen, 0 as person_months from rc group by all
 union all select person_id, household_id, employer_id, month, null, 0, 0, 1 from pm;
create table analyses."cost-by-age" as
 select person_id, household_id, employer_id, fiscal_year, age_band, sex, person_months, 0 as receipts, 0 as yen from m
 union all select m.person_id, m.household_id, m.employer_id, m.fiscal_year, age_band, sex, 0, sum(receipts), sum(yen) from m join rc on m.person_id=rc.person_id and m.fiscal_year=rc.fiscal_year group by all;
create table analyses."disease-cost" as
 select m.person_id, m.household_id, m.employer_id, m.fiscal_year, case when dis='15' and sex='male' then 'unclassified' else dis end as disease, sex, age_group, sum(receipts)::bigint receipts, sum(yen)::bigint yen from m join rc on m.person_id=rc.person_id and m.fiscal_year=rc.fiscal_year group by all;
create table t as select *, case when random() < case relation when 'insured' then 0.82 else 0.42 end then 1 else 0 end as examined, 1 as target from m where agey between 40 and 74 and person_months = 12;
create table analyses."checkup-participation" as select * from t;
create table analyses."checkup-risk" as select t.*, k as risk, 1 as base, case when random() < 0.2 + 0.2*frail then 1 else 0 end as at_risk from t cross join (select unnest(['obesity','blood-pressure','glucose','lipids','liver']) k) k where examined=1;
`);
w.close();
console.log(home.root);
