import type { Row, Value, Warehouse } from '#private/warehouse.ts';
import { type ListEntry, loadList, loadReference } from '#shared/lists.ts';
import { fiscalYear, parseMonth } from '#shared/month.ts';
import type { Coordinates } from '../coordinates.ts';
import { ask } from './count.ts';

/** Closed list of the reporting units; the only one made from the society's own data. */
export const unitList = 'reporting-unit';

/** What the gate knows about the society besides the rows of the analyses. */
export type Society = {
  readonly asOf: string;
  /** Last month of care that may be published, `YYYY-MM`; undefined where none is closed. */
  readonly closedThrough: string | undefined;
  readonly inputs: readonly { kind: string; months: [string, string] | null }[];
  /** Newest editions of the official masters, and the sets of official rules in force in a complete year. */
  readonly rules: readonly { name: string; from: string }[];
  readonly lists: ReadonlyMap<string, readonly ListEntry[]>;
  /** Cells that cannot hold anyone, as coordinates. */
  readonly impossible: readonly Coordinates[];
  /** True where the unit exists in the fiscal year of that period. */
  hasUnit(period: string, unit: string): boolean;
  /** The one employer a unit stands for in that year; undefined for a pool. */
  employerOf(period: string, unit: string): string | undefined;
};

/** Reads dates, inputs, editions, units and the closed lists named. */
export async function openSociety(warehouse: Warehouse, lists: Iterable<string>): Promise<Society> {
  const [run] = await ask(warehouse, 'config.run', 'select as_of, closed_through from config.run');
  const files = await ask(warehouse, 'raw.file', filesSql);
  const units = await ask(warehouse, 'core.reporting_unit', unitsSql);
  const rules = [
    ...(await ask(warehouse, 'raw.file', editionsSql)),
    ...(await ask(warehouse, 'config.rule_set', ruleSetsSql)),
  ];
  const keys = new Set(units.map(unitKey));
  const own = new Map(
    units
      .filter((unit) => unit['unit_code'] === unit['employer_code'])
      .map((unit) => [unitKey(unit), String(unit['employer'])]),
  );
  const names = [...new Set(lists)].sort();
  return {
    asOf: text(run?.['as_of']),
    closedThrough: run?.['closed_through'] ? text(run['closed_through']).slice(0, 7) : undefined,
    inputs: files.map((file) => ({
      kind: text(file['kind']),
      months: file['first'] && file['last'] ? [text(file['first']), text(file['last'])] : null,
    })),
    rules: rules.map((rule) => ({ name: text(rule['name']), from: text(rule['edition']) })),
    lists: new Map(names.map((name) => [name, name === unitList ? unitEntries(units) : loadList(name)])),
    impossible: loadReference('structural-zero'),
    hasUnit: (period, unit) => keys.has(`${yearOf(period)}|${unit}`),
    employerOf: (period, unit) => own.get(`${yearOf(period)}|${unit}`),
  };
}

const filesSql = `
select kind, min(processing_month) as first, max(processing_month) as last
from raw.file group by kind order by kind`;

const unitsSql = `
select distinct
  cast(fiscal_year as varchar) as fiscal_year, unit_code, unit_name, unit_name_en,
  cast(employer_code as varchar) as employer_code, cast(employer_id as varchar) as employer
from core.reporting_unit
order by fiscal_year, unit_code, employer_code`;

const masters = ['disease', 'modifier', 'drug', 'procedure', 'material'];

const editionsSql = masters
  .map(
    (name) => `
select 'master-${name}' as name, cast(max(as_of) as varchar) as edition
from raw.file where file_id in (select file_id from raw.master_${name}) having max(as_of) is not null`,
  )
  .join('\nunion all');

/** Official rules behind published figures of checkups and guidance. */
const published = [
  'checkup-target',
  'guidance-level',
  'metabolic-syndrome',
  'referral',
  'ckd-stage',
  'guidance-completion',
];

const ruleSetsSql = `
select "rule" as name, cast(holds_from as varchar) as edition
from config.rule_set as sets
where "rule" in (${published.map((name) => `'${name}'`).join(', ')})
  and exists (select 1 from raw.file where kind = 'checkup')
  and exists (
    select 1 from core.fiscal_year as years
    where years.is_complete and sets.holds_from <= years.last_day
      and (sets.holds_to is null or sets.holds_to >= make_date(years.fiscal_year, 4, 1))
  )
order by 1, 2`;

/** Fiscal year of a period that is one, or a month. */
function yearOf(period: string): string {
  const month = parseMonth(period);
  return month ? String(fiscalYear(month)) : period;
}

function unitKey(unit: Row): string {
  return `${unit['fiscal_year']}|${unit['unit_code']}`;
}

/** Own units first, then groups, then the pools of all others; the newest name of each. */
function unitEntries(units: readonly Row[]): ListEntry[] {
  const rank = (unit: Row) =>
    unit['unit_code'] === unit['employer_code'] ? 0 : text(unit['unit_code']).startsWith('group-') ? 1 : 2;
  const order = new Map<string, number>();
  const entries = new Map<string, ListEntry>();
  for (const unit of units) {
    const code = text(unit['unit_code']);
    order.set(code, rank(unit));
    entries.set(code, { code, ja: text(unit['unit_name']), en: text(unit['unit_name_en']) });
  }
  return [...entries.values()].sort(
    (a, b) => order.get(a.code)! - order.get(b.code)! || (a.code < b.code ? -1 : 1),
  );
}

function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('a text of the warehouse is missing');
  return value;
}
