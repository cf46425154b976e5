import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notSelected } from '../not-selected.ts';
import { peopleColumns, prepareRule, runRule } from '../rules/run.ts';
import { quoteLiteral, quoteName, type Row, type Warehouse } from '../warehouse.ts';
import { type List, listsDirectory } from './open.ts';

/** How many candidates came to what: both add up to the candidates or a part of them, never to be logged. */
export type ListCounts = {
  readonly byLevel: Readonly<Record<string, number>>;
  /** Of the excluded and undecidable ones. */
  readonly byReason: Readonly<Record<string, number>>;
};

/** A candidate as judged: `level`, `reason` (exclusion or cause), `reasons`, `version` and the columns of the contract. */
export type Selected = Row;

export type Selection = {
  readonly counts: ListCounts;
  /** All candidates, a page at a time. */
  readonly rows: () => AsyncGenerator<Selected>;
};

const pageSize = 5000;

/**
 * Runs a list in a warehouse with the databases `input` and `parameter`: who stands how, who is a candidate, what the
 * rule says of everybody not excluded before.
 * @param asOf `YYYY-MM-DD`
 * @throws {UserError} MODEL_FAILED, NOT_FOUND
 */
export async function selectList(warehouse: Warehouse, list: List, asOf: string): Promise<Selection> {
  await notSelected(list.contract.title, async () => {
    await warehouse.run(`create table input.run as select date ${quoteLiteral(asOf)} as as_of`);
    await prepareRule(warehouse, list.rule);
    await warehouse.run(`create table input.standing as ${standing()}`);
    await warehouse.run(`create table input.candidates as ${list.sql}`);
    const people = peopleColumns(list.rule).join(', ');
    await warehouse.run(`
      insert into input.people (${people})
      select ${people.replace('"input_id"', 'person_id')} from input.candidates where exclusion is null`);
    await runRule(warehouse, list.rule, 'input.judged');
    await warehouse.run(`create table input.selected as ${selected(list)}`);
  });
  return { counts: await counted(warehouse, list), rows: () => pages(warehouse) };
}

function selected({ contract }: List): string {
  const columns = Object.keys(contract.columns).map((column) => `candidates.${quoteName(column)}`);
  return `
    select
      row_number() over (order by candidates.person_id) as place,
      candidates.person_id,
      candidates.on_day,
      candidates.sex,
      candidates.age,
      coalesce(judged.level, 'excluded') as level,
      coalesce(candidates.exclusion, judged.cause) as reason,
      judged.reasons,
      judged.version,
      ${columns.join(', ')}
    from input.candidates
    left join input.judged on candidates.person_id = judged.input_id`;
}

function standing(): string {
  return readFileSync(join(listsDirectory, 'standing.sql'), 'utf8');
}

async function counted(warehouse: Warehouse, list: List): Promise<ListCounts> {
  const { levels, causes } = list.rule.contract;
  const reasons = [...Object.keys(list.contract.exclusions), ...Object.keys(causes)];
  return {
    byLevel: await countBy(warehouse, 'level', Object.keys(levels)),
    byReason: await countBy(warehouse, 'reason', reasons),
  };
}

/** Counts in the order of the contract, zeros too, so that none is mistaken for forgotten. */
async function countBy(
  warehouse: Warehouse,
  column: 'level' | 'reason',
  codes: readonly string[],
): Promise<Record<string, number>> {
  const rows = await warehouse.rows(
    `select ${column} as code, count(*) as persons from input.selected where ${column} is not null group by ${column}`,
  );
  const found = new Map(rows.map((row) => [String(row['code']), Number(row['persons'])]));
  return Object.fromEntries(
    [...new Set([...codes, ...found.keys()])].map((code) => [code, found.get(code) ?? 0]),
  );
}

async function* pages(warehouse: Warehouse): AsyncGenerator<Selected> {
  for (let from = 1; ; from += pageSize) {
    const rows = await warehouse.rows(
      `select * from input.selected where place between ${from} and ${from + pageSize - 1} order by place`,
    );
    yield* rows;
    if (rows.length < pageSize) return;
  }
}
