import type { Warehouse } from '#private/warehouse.ts';
import { quoteName } from '#private/warehouse.ts';
import type { Analysis } from '#shared/analyses.ts';
import { contractBroken, tooFine, unknownPersons } from '../refusals.ts';
import { ask } from './count.ts';
import type { Society } from './society.ts';
import { periodColumn } from './sql.ts';

/** Dimensions a published table may cross; finer cubes are too sparse to be proved safe. */
const FINEST = 3;

/**
 * Everything that must hold before an analysis is counted: tables not too fine, known persons only (members, and
 * the stand-ins for people of unlinked receipts), codes of the
 * closed lists, periods that are closed.
 * @throws {UserError} GATE_TOO_LARGE, GATE_UNKNOWN_PERSON, GATE_CONTRACT
 */
export async function checkModel(warehouse: Warehouse, analysis: Analysis, society: Society): Promise<void> {
  const { name, contract } = analysis;
  const fine = contract.tables.find((table) => table.length > FINEST);
  if (fine !== undefined) throw tooFine(name, fine);
  const rows = `analyses.${quoteName(name)}`;
  const [strangers] = await ask(
    warehouse,
    name,
    `select count(*) as n from ${rows} where person_id is null or person_id not in
      (select person_id from core.member union all select person_id from core.stranger)`,
  );
  if (strangers?.['n'] !== 0) throw unknownPersons(name, Number(strangers?.['n']));
  await checkPeriods(warehouse, analysis, rows, society.closedThrough);
  for (const dimension of Object.keys(contract.dimensions)) {
    await checkCodes(warehouse, analysis, rows, dimension, society);
  }
}

async function checkPeriods(
  warehouse: Warehouse,
  { name, contract }: Analysis,
  rows: string,
  closedThrough: string | undefined,
): Promise<void> {
  const column = quoteName(periodColumn[contract.period]);
  const periods = await ask(warehouse, name, `select distinct cast(${column} as varchar) as p from ${rows}`);
  const form = contract.period === 'month' ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/;
  for (const { p } of periods) {
    const period = String(p);
    const last = contract.period === 'month' ? period : `${Number(period) + 1}-03`;
    if (!form.test(period) || closedThrough === undefined || last > closedThrough) {
      throw contractBroken(name, {
        ja: 'まだ締まっていない期間の行があります',
        en: 'it holds rows of a period that is not closed',
      });
    }
  }
}

/** A row without a code may only carry figures that the dimension does not split, and they carry no code. */
async function checkCodes(
  warehouse: Warehouse,
  { name, contract }: Analysis,
  rows: string,
  dimension: string,
  society: Society,
): Promise<void> {
  const columns = { split: new Set<string>(), whole: new Set<string>() };
  for (const measure of Object.values(contract.measures)) {
    if (!('column' in measure)) continue;
    const whole = measure.kind === 'sum' && measure.totalOnly?.includes(dimension);
    columns[whole ? 'whole' : 'split'].add(measure.column);
  }
  const some = (names: Set<string>) =>
    names.size === 0 ? 'false' : [...names].map((one) => `${quoteName(one)} <> 0`).join(' or ');
  const found = await ask(
    warehouse,
    name,
    `select cast(${quoteName(dimension)} as varchar) as code,
      coalesce(bool_or(${some(columns.split)}), false) as split,
      coalesce(bool_or(${some(columns.whole)}), false) as whole
    from ${rows} group by 1`,
  );
  const list = contract.dimensions[dimension]!.list;
  const codes = new Set(society.lists.get(list)?.map((entry) => entry.code));
  const outside = found.some(({ code }) => code !== null && !codes.has(String(code)));
  const bare = found.some(({ code, split }) => code === null && split === true);
  const torn = found.some(({ code, whole }) => code !== null && whole === true);
  if (outside || bare || torn) {
    throw contractBroken(name, {
      ja: `「${dimension}」に、コード表「${list}」にない値や、分けない項目の値があります`,
      en: `"${dimension}" holds codes that are not in the list "${list}", or splits a figure it must not split`,
    });
  }
}
