import type { Row, Value, Warehouse } from '#private/warehouse.ts';
import type { Analysis } from '#shared/analyses.ts';
import { type Coordinates, coordinateKey } from '../coordinates.ts';
import { contractBroken } from '../refusals.ts';
import { columnsOf, countSql, partsOf } from './sql.ts';

/** What one column adds up to in one cell; persons are distinct persons whose sum over the cell is not zero. */
export type Tally = {
  readonly sum: number;
  /** Σ |amount of a person|: what shares and dominance are measured against. */
  readonly absolute: number;
  readonly persons: number;
  /** Exact where fewer than the minimum are possible, else a lower bound. */
  readonly households: number;
  readonly employers: number;
  /** Persons of the employer with most of them. */
  readonly largest: number;
  /** The employer, where there is only one. */
  readonly only: string | undefined;
  /** The two largest amounts of persons, and of employers. */
  readonly top: readonly [number, number];
  readonly topEmployers: readonly [number, number];
};

export type CountedCell = {
  readonly period: string;
  readonly at: Coordinates;
  readonly columns: Readonly<Record<string, Tally>>;
};

export type Counted = {
  readonly analysis: Analysis;
  /** Periods the model holds, ascending. */
  readonly periods: readonly string[];
  /** `period|column` of expected sums whose strata are too small to tell (see `withReferences`). */
  readonly unsafeReference: ReadonlySet<string>;
  /** Cells with at least one row, by period and coordinates; every other cell of the lists is zero. */
  tally(period: string, at: Coordinates, column: string): Tally;
};

export const nothing: Tally = {
  sum: 0,
  absolute: 0,
  persons: 0,
  households: 0,
  employers: 0,
  largest: 0,
  only: undefined,
  top: [0, 0],
  topEmployers: [0, 0],
};

/**
 * Counts one analysis. The rows never leave the engine.
 * @throws {UserError} GATE_CONTRACT where the model does not fit its contract or a part is not inside its base.
 */
export async function count(
  warehouse: Warehouse,
  analysis: Analysis,
  minimumHouseholds: number,
): Promise<Counted> {
  const { name, contract } = analysis;
  const rows = await ask(warehouse, name, countSql(name, contract, minimumHouseholds));
  if (partsOf(contract).some((_, index) => rows.some((row) => row[`z${index}`] !== 0))) {
    throw contractBroken(name, {
      ja: '一部であるはずの人が、もとの人数に入っていません',
      en: 'persons of a part are missing in its base',
    });
  }
  const dimensions = Object.keys(contract.dimensions);
  const columns = columnsOf(contract);
  const cells = new Map(
    rows.map((row) => {
      const at = Object.fromEntries(
        dimensions.flatMap((dimension, index) => {
          const code = String(row[`d${index}`]);
          return code === 'total' ? [] : [[dimension, code]];
        }),
      );
      return [`${row['period']}|${coordinateKey(at)}`, columns.map((_, index) => tallyOf(row, index))];
    }),
  );
  return {
    analysis,
    periods: [...new Set(rows.map((row) => String(row['period'])))].sort(),
    unsafeReference: new Set(),
    tally: (period, at, column) =>
      cells.get(`${period}|${coordinateKey(at)}`)?.[columns.indexOf(column)] ?? nothing,
  };
}

function tallyOf(row: Row, index: number): Tally {
  const number = (letter: string) => toNumber(row[`${letter}${index}`]);
  const only = row[`o${index}`];
  return {
    sum: number('s'),
    absolute: number('a'),
    persons: number('n'),
    households: number('h'),
    employers: number('e'),
    largest: number('l'),
    only: number('e') === 1 && only !== null && only !== undefined ? String(only) : undefined,
    top: [number('x'), number('y')],
    topEmployers: [number('u'), number('v')],
  };
}

function toNumber(value: Value | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error('a count is not an integer');
  return value;
}

/** Runs a query; the engine's own messages may print values, so only the fact that it failed goes on. */
export async function ask(warehouse: Warehouse, analysis: string, sql: string): Promise<Row[]> {
  try {
    return await warehouse.rows(sql);
  } catch {
    throw contractBroken(analysis, {
      ja: '契約にある列がないか、整数でない値があります。kenpo build をやり直してください',
      en: 'a column of the contract is missing or not an integer; run kenpo build again',
    });
  }
}
