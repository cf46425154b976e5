import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsText } from '#office/settings-template.ts';
import { createKeys } from '#private/keys.ts';
import { openForBuild } from '#private/warehouse.ts';
import type { Analysis } from '#shared/analyses.ts';
import { parseSettings, type Settings } from '#shared/config.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { words } from '../release/sample-release.ts';

/** A row of the analysis `little`: person, household and employer with what they add. */
export type Row = {
  person: number;
  household?: number;
  employer?: string | null;
  year?: number;
  sex?: string | null;
  unit?: string | null;
  examined?: number;
  months?: number;
  yen?: number;
};

/** `count` rows of different persons, each in an own household, employers E1…E5 in turn. */
export function people(count: number, first: number, row: Partial<Row> = {}): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    person: first + index,
    employer: `E${(index % 5) + 1}`,
    ...row,
  }));
}

const persons = { unit: words('人'), title: words('加入者数') };

/** Members, months and yen by sex and unit. */
export const littleContract: AnalysisContract = {
  title: words('小さな分析'),
  question: words('何人か'),
  method: words('数える'),
  purpose: 'operations-baseline',
  classes: ['eligibility'],
  period: 'fiscal-year',
  dimensions: {
    sex: { title: words('性別'), list: 'sex' },
    unit: { title: words('事業所'), list: 'reporting-unit' },
  },
  tables: [['sex', 'unit']],
  measures: {
    members: { kind: 'persons', ...persons, column: 'months', quantity: 'members' },
    months: { kind: 'sum', ...persons, column: 'months', quantity: 'person_months' },
    yen: { kind: 'sum', ...persons, column: 'yen', quantity: 'medical_yen' },
    per_head: {
      kind: 'ratio',
      ...persons,
      numerator: 'yen',
      denominator: 'months',
      scale: 12,
      decimals: 0,
    },
  },
};

export function analysisOf(contract: AnalysisContract, name = 'little'): Analysis {
  return { name, contract, directory: '', modelPath: '' };
}

export type Society = {
  readonly home: Home;
  readonly settings: Settings;
  /** Replaces the rows of `analyses.little`; persons in `strangers` are not members. */
  fill(rows: readonly Row[], strangers?: readonly number[]): Promise<void>;
  run(sql: string): Promise<void>;
  remove(): void;
};

const years = [2024, 2025];
const masters = ['disease', 'modifier', 'drug', 'procedure', 'material'];
/** E1 and E2 stand alone; the others are pooled. */
const units: Readonly<Record<string, string>> = { E1: 'E1', E2: 'E2', E3: 'other', E4: 'other', E5: 'other' };

/** A home with keys, settings and a warehouse that has just what the gate reads. */
export async function smallSociety(): Promise<Society> {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'gate-')));
  for (const folder of [home.tmp, home.proofs, home.candidates, home.releases])
    mkdirSync(folder, { recursive: true });
  await createKeys(home);
  const purposes = [{ id: 'operations-baseline', classes: ['eligibility'], date: '2024-04-01' }];
  const settings = parseSettings(
    settingsText({ name: '小さな健康保険組合（架空）', insurerNumber: '06999991', demo: true, purposes }),
  );
  const run = async (sql: string) => {
    const warehouse = await openForBuild(home.warehouse, home.tmp);
    try {
      await warehouse.run(sql);
    } finally {
      warehouse.close();
    }
  };
  const unitRows = years.flatMap((year) =>
    Object.entries(units).map(
      ([code, unit]) => `(${year}, '${code}', '${code}', '${unit}', 'Unit ${unit}', 'Unit ${unit}')`,
    ),
  );
  await run(`
    create schema config; create schema raw; create schema core; create schema analyses;
    create table config.run as select date '2026-11-01' as as_of, date '2026-03-01' as closed_through;
    create table config.rule_set ("rule" varchar, version varchar, holds_from date, holds_to date);
    create table core.fiscal_year (fiscal_year integer, last_day date, is_complete boolean);
    create table raw.file (file_id bigint, kind varchar, processing_month varchar, as_of date);
    ${masters.map((name) => `create table raw.master_${name} (file_id bigint);`).join(' ')}
    insert into raw.master_disease values (4);
    insert into raw.file values (1, 'receipt', '2024-05', null), (2, 'receipt', '2026-04', null),
      (3, 'eligibility', null, '2026-11-01'), (4, 'master', null, '2026-06-01');
    create table core.reporting_unit
      (fiscal_year integer, employer_id varchar, employer_code varchar, unit_code varchar, unit_name varchar, unit_name_en varchar);
    insert into core.reporting_unit values ${unitRows.join(', ')};
    create table core.member (person_id bigint); create table core.stranger (person_id bigint);
    create table analyses.little (person_id bigint, household_id bigint, employer_id varchar, fiscal_year integer,
      sex varchar, unit varchar, months integer, yen bigint, examined integer);`);
  const fill = async (rows: readonly Row[], strangers: readonly number[] = []) => {
    const members = [...new Set(rows.map((row) => row.person))].filter((id) => !strangers.includes(id));
    const values = rows.map(
      ({
        person,
        household,
        employer = 'E1',
        year = 2024,
        sex = 'male',
        unit,
        months = 12,
        yen = 1000,
        examined = 0,
      }) => {
        const text = (word: string | null) => (word === null ? 'null' : `'${word}'`);
        const place = unit ?? (employer === null ? null : units[employer]!);
        return `(${person}, ${household ?? person}, ${text(employer)}, ${year}, ${text(sex)}, ${text(place)}, ${months}, ${yen}, ${examined})`;
      },
    );
    await run(`
      delete from core.member; delete from analyses.little;
      insert into core.member values ${members.map((id) => `(${id})`).join(', ')};
      insert into analyses.little values ${values.join(', ')};`);
  };
  return { home, settings, fill, run, remove: () => rmSync(home.root, { recursive: true, force: true }) };
}
