import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheets } from '#shared/define.ts';
import { type Month, monthIndex } from '#shared/month.ts';
import { notSelected } from '../not-selected.ts';
import { parameterTable, peopleColumns, prepareRule, runRule } from '../rules/run.ts';
import { quoteName, type Row, type Warehouse } from '../warehouse.ts';
import { type Notice, noticesDirectory } from './discover.ts';
import { requireMasters } from './masters.ts';
import { unbalanced, undelivered } from './refusals.ts';
import { makeWritten } from './written.ts';

/** Months of care, the day the selection describes and how items are bundled. */
export type NoticeRun = {
  readonly from: Month;
  readonly to: Month;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly per: Sheets;
};

/** Sums over all items: amount (or `items`) → outcome → sum; `in` is what total.sql says. */
export type Sums = {
  readonly items: Readonly<Record<string, number>>;
  readonly amounts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of `items` and the conserved amounts: what the source alone says must be accounted for. */
  readonly total: Readonly<Record<string, number>>;
};

/**
 * Runs the selection of a notice into the temporary table `notice_item` and sums it up by outcome.
 * @throws {UserError} NOT_FOUND (a month was not delivered), LIST_MISSING, MODEL_FAILED, CHECK_FAILED (in is not out)
 */
export async function selectItems(warehouse: Warehouse, notice: Notice, run: NoticeRun): Promise<Sums> {
  return notSelected(notice.contract.title, async () => {
    await requireDelivered(warehouse, run);
    await requireMasters(warehouse, notice, run);
    await prepareInputs(warehouse, notice, run);
    await warehouse.run(`create or replace temp table notice_item as ${notice.selectSql}`);
    const sums = await sumUp(warehouse, notice);
    requireBalance(notice, sums);
    return sums;
  });
}

/** Fills `input.run`, `input.standing`, makes `input.written` and, for a notice with a rule, `input.asked` and `input.answer`. */
export async function prepareInputs(warehouse: Warehouse, notice: Notice, run: NoticeRun): Promise<void> {
  await warehouse.run(
    `create or replace table input.run as
     select cast($from as date) as first_month, cast($to as date) as last_month,
       cast($asOf as date) as as_of, $per as per`,
    { from: `${run.from}-01`, to: `${run.to}-01`, asOf: run.asOf, per: run.per },
  );
  await warehouse.run(`create or replace table input.standing as ${standingSql()}`);
  await makeWritten(warehouse);
  if (notice.asks === undefined) return;
  const { rule, inputSql } = notice.asks;
  for (const table of ['input.people', 'input.answer', parameterTable(rule)])
    await warehouse.run(`drop table if exists ${table}`);
  await prepareRule(warehouse, rule);
  await warehouse.run(`create or replace table input.asked as ${inputSql}`);
  const columns = peopleColumns(rule).join(', ');
  await warehouse.run(`insert into input.people (${columns}) select ${columns} from input.asked`);
  await runRule(warehouse, rule, 'input.answer');
}

function standingSql(): string {
  return readFileSync(join(noticesDirectory, 'standing.sql'), 'utf8');
}

/** Notified items, those of one letter together and in the order of their places. */
export async function* letterItems(warehouse: Warehouse, notice: Notice): AsyncGenerator<readonly Row[]> {
  const columns = ['addressee', 'sheet', ...new Set([...lineColumns(notice), ...amountNames(notice)])];
  let letter: Row[] = [];
  const batches = warehouse.batches(
    `select ${columns.map(quoteName).join(', ')} from notice_item where outcome = 'notified'
     order by addressee, sheet, place`,
  );
  for await (const batch of batches) {
    for (const row of batch) {
      const [first] = letter;
      if (first && (first['addressee'] !== row['addressee'] || first['sheet'] !== row['sheet'])) {
        yield letter;
        letter = [];
      }
      letter.push(row);
    }
  }
  if (letter.length > 0) yield letter;
}

/** Letters by sheet. */
export async function countLetters(warehouse: Warehouse): Promise<Readonly<Record<string, number>>> {
  const rows = await warehouse.rows(
    `select sheet, count(distinct addressee) as letters from notice_item
     where outcome = 'notified' group by sheet order by sheet`,
  );
  return Object.fromEntries(rows.map((row) => [String(row['sheet']), Number(row['letters'])]));
}

export function amountNames({ contract }: Notice): readonly string[] {
  return Object.keys(contract.amounts);
}

function lineColumns({ contract }: Notice): readonly string[] {
  return Object.keys(contract.line);
}

/** Amounts that must be accounted for, with the number of items. */
function conserved({ contract }: Notice): readonly string[] {
  return ['items', ...Object.keys(contract.amounts).filter((name) => contract.amounts[name]!.conserved)];
}

async function requireDelivered(warehouse: Warehouse, run: NoticeRun): Promise<void> {
  const [row] = await warehouse.rows(
    `select count(*) as months from core.calendar
     where is_delivered and month between cast($from as date) and cast($to as date)`,
    { from: `${run.from}-01`, to: `${run.to}-01` },
  );
  const wanted = monthIndex(run.to) - monthIndex(run.from) + 1;
  if (row?.['months'] !== wanted) throw undelivered(wanted - Number(row?.['months'] ?? 0));
}

async function sumUp(warehouse: Warehouse, notice: Notice): Promise<Sums> {
  const names = amountNames(notice);
  const sums = names.map((name) => `cast(sum(${quoteName(name)}) as bigint) as ${quoteName(name)}`);
  const rows = await warehouse.rows(
    `select outcome, count(*) as items, ${sums.join(', ')} from notice_item group by outcome order by outcome`,
  );
  const by = (name: string) =>
    Object.fromEntries(rows.map((row) => [String(row['outcome']), Number(row[name])]));
  const [source] = await warehouse.rows(notice.totalSql);
  return {
    items: by('items'),
    amounts: Object.fromEntries(names.map((name) => [name, by(name)])),
    total: Object.fromEntries(conserved(notice).map((name) => [name, Number(source?.[name])])),
  };
}

/** @throws {UserError} CHECK_FAILED where in is not out, or an outcome is none of the contract's. */
function requireBalance(notice: Notice, { items, amounts, total }: Sums): void {
  const unknown = Object.keys(items).some((outcome) => !Object.hasOwn(notice.contract.outcomes, outcome));
  const open = conserved(notice).filter(
    (name) => sumOf(name === 'items' ? items : amounts[name]!) !== total[name],
  );
  if (unknown || open.length > 0) throw unbalanced(notice.name, open);
}

export function sumOf(values: Readonly<Record<string, number>>): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}
