import { loadList } from '#shared/lists.ts';
import { notSelected } from '../not-selected.ts';
import { quoteLiteral, type Warehouse } from '../warehouse.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Check, type Measure, statutoryChecks, statutorySql } from './pipelines.ts';
import { dueDay, type StatutorySettings } from './settings.ts';
import { countUnreported } from './unreported.ts';

export const title = {
  ja: '特定健診・特定保健指導の実績報告',
  en: 'report to the State on checkups and guidance',
};

/** How many documents do not pass a check. */
export type Finding = { readonly check: Check; readonly documents: number };

export type DocumentKind = 'checkup' | 'guidance';

/** How many documents of a kind are written, and how many are held back because the fund would refuse them. */
export type Documents = Readonly<Record<DocumentKind, { readonly written: number; readonly held: number }>>;

export type Selected = {
  readonly figures: readonly Figures[];
  /** Persons examined in the year and not reported, by reason: with the assessed ones, all of them. */
  readonly unreported: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly documents: Documents;
};

/**
 * Selects the report of a fiscal year in a warehouse with the database `input`: the population, its figures, the
 * documents and what the checks say of them.
 * @throws {UserError} MODEL_FAILED
 */
export async function selectReport(
  warehouse: Warehouse,
  insurer: string,
  year: number,
  settings: StatutorySettings,
  measures: readonly Measure[],
): Promise<Selected> {
  return notSelected(title, async () => {
    await setRun(warehouse, insurer, year, settings);
    const table = (name: string, sql: string) =>
      warehouse.run(`create or replace table input.${name} as ${statutorySql(sql)}`);
    await table('statutory_checkup', 'checkups');
    await table('statutory_course', 'courses');
    await table('statutory_support', 'course_supports');
    await table('statutory_course_result', 'course_results');
    const findings = await runChecks(warehouse);
    return {
      figures: await countFigures(warehouse, measures),
      findings,
      unreported: await countUnreported(warehouse),
      documents: {
        checkup: await countDocuments(warehouse, 'checkup'),
        guidance: await countDocuments(warehouse, 'guidance'),
      },
    };
  });
}

/** The figures of a year alone, to compare with. @throws {UserError} MODEL_FAILED */
export async function selectFigures(
  warehouse: Warehouse,
  insurer: string,
  year: number,
  settings: StatutorySettings,
  measures: readonly Measure[],
): Promise<readonly Figures[]> {
  return notSelected(title, async () => {
    await setRun(warehouse, insurer, year, settings);
    return countFigures(warehouse, measures);
  });
}

async function setRun(
  warehouse: Warehouse,
  insurer: string,
  year: number,
  settings: StatutorySettings,
): Promise<void> {
  await warehouse.run(`
    create or replace table input.run as
    select
      ${year} as fiscal_year,
      ${quoteLiteral(insurer)} as insurer_number,
      date ${quoteLiteral(dueDay(year, settings))} as due_on,
      date ${quoteLiteral(dueDay(year - 1, settings))} as due_before,
      cast(${settings.height_change} as double) as height_change,
      cast(${settings.weight_change} as double) as weight_change`);
}

async function countFigures(warehouse: Warehouse, measures: readonly Measure[]): Promise<readonly Figures[]> {
  await warehouse.run(`create or replace table input.statutory_person as ${statutorySql('people')}`);
  const bands = loadList('checkup-age-band').map(({ code }) => code);
  return figuresOf(await warehouse.rows(statutorySql('figures')), measures, bands);
}

/** Leaves one row per document and check that it does not pass in `input.statutory_finding`. */
async function runChecks(warehouse: Warehouse): Promise<readonly Finding[]> {
  await warehouse.run(
    'create or replace table input.statutory_finding (kind varchar, document_id bigint, code varchar, severity varchar)',
  );
  const findings: Finding[] = [];
  for (const check of statutoryChecks()) {
    const { code, of: kind, severity, sql } = check;
    const marks = [kind, code, severity].map(quoteLiteral);
    await warehouse.run(`
      insert into input.statutory_finding
      select ${marks[0]}, document_id, ${marks[1]}, ${marks[2]} from (${sql}\n)`);
    const [row] = await warehouse.rows(
      'select count(*) as documents from input.statutory_finding where code = $code',
      { code },
    );
    findings.push({ check, documents: Number(row?.['documents']) });
  }
  return findings;
}

async function countDocuments(
  warehouse: Warehouse,
  kind: DocumentKind,
): Promise<{ written: number; held: number }> {
  const [row] = await warehouse.rows(
    `select
      count(*) as documents,
      count(*) filter (where document_id in (
        select document_id from input.statutory_finding where kind = $kind and severity = 'reject')) as held
    from input.${documentTables[kind]}`,
    { kind },
  );
  const held = Number(row?.['held']);
  return { written: Number(row?.['documents']) - held, held };
}

export const documentTables: Readonly<Record<DocumentKind, string>> = {
  checkup: 'statutory_checkup',
  guidance: 'statutory_course',
};
