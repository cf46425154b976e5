import { createTableSql } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { defineFunctions } from '../models/functions.ts';
import { openInMemory, openRowWriter, type Row, type Value, type Warehouse } from '../warehouse.ts';
import type { Columns } from './key-kinds.ts';
import { linesByChunk } from './lines.ts';
import type { Rule } from './open.ts';
import { personKeys } from './person-keys.ts';
import { readPerson } from './read-person.ts';
import { peopleTable, prepareRule, requireParameters, runRule } from './run.ts';

/** What a rule said of the person of one line, or why the line could not be read. */
export type Answer =
  | { readonly line: number; readonly refused: UserError }
  | {
      readonly line: number;
      readonly level: string;
      /** What each step came to; null where it is not known. */
      readonly steps: Steps;
      /** Codes of the contract. */
      readonly reasons: readonly string[];
      readonly version: string;
    };

export type Steps = { readonly [step: string]: Value | Steps };

type Person = { readonly line: number; readonly columns: Columns };

/** Whether lines of persons have all that a rule reads. */
export function isAskable(rule: Rule): boolean {
  const filled = new Set(Object.values(personKeys).flatMap((key) => key.columns));
  return Object.keys(rule.contract.input).every((column) => filled.has(column));
}

/**
 * Judges persons given as lines of JSON with the rule of a day, in their order, a chunk of the stream at a time. The
 * rule's own SQL runs over a table in memory; nothing is written anywhere.
 * @param on `YYYY-MM-DD`
 * @throws {UserError} NOT_FOUND where the day has no parameters; INPUT_UNREADABLE where a line does not end
 */
export async function* askRule(
  rule: Rule,
  on: string,
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<readonly Answer[]> {
  requireParameters(rule, on);
  const warehouse = await openInMemory();
  try {
    await defineFunctions(warehouse);
    await prepareRule(warehouse, rule);
    for await (const lines of linesByChunk(chunks)) {
      const read = lines.map(({ number, text }) => readLine(text, number));
      const people = read.filter((one) => 'columns' in one);
      const judged = await judge(warehouse, rule, on, people);
      const answers = new Map(judged.map((row, index) => [people[index]?.line, row]));
      yield read.map((one) => {
        const row = answers.get(one.line);
        return 'refused' in one ? one : { line: one.line, ...answerOf(row!) };
      });
    }
  } finally {
    warehouse.close();
  }
}

function readLine(text: string, line: number): Person | { line: number; refused: UserError } {
  try {
    return { line, columns: readPerson(text, line) };
  } catch (error) {
    if (error instanceof UserError) return { line, refused: error };
    throw error;
  }
}

/** One judged row per person, in their order. */
async function judge(
  warehouse: Warehouse,
  rule: Rule,
  on: string,
  people: readonly Person[],
): Promise<readonly Row[]> {
  if (people.length === 0) return [];
  const table = peopleTable(rule);
  await warehouse.run(`drop table input.people; ${createTableSql(table, 'input')}`);
  const writer = await openRowWriter(warehouse, table, 'input');
  const day = Date.parse(on) / 86_400_000;
  people.forEach(({ columns }, index) => {
    const row: Columns = { ...columns, input_id: index, on_day: day };
    Object.keys(table.columns).forEach((column, position) => {
      const value = row[column];
      if (typeof value === 'string') writer.text(position, value);
      else if (value !== undefined) writer.number(position, Number(value));
    });
    writer.endRow();
  });
  writer.finish();
  await runRule(warehouse, rule, 'input.judged');
  const judged = await warehouse.rows('select * from input.judged order by input_id');
  await warehouse.run('drop table input.judged');
  return judged;
}

/** Columns a rule answers with besides its steps. */
const answerColumns = new Set(['input_id', 'level', 'cause', 'version', 'reasons']);

function answerOf(row: Row) {
  return {
    level: String(row['level']),
    steps: stepsOf(Object.entries(row).filter(([column]) => !answerColumns.has(column))),
    reasons: String(row['reasons'])
      .split(' ')
      .filter((code) => code !== ''),
    version: String(row['version']),
  };
}

/** `step2_glucose` becomes `step2: { glucose }`, every other column a step of its own name. */
function stepsOf(columns: readonly (readonly [string, Value])[]): Steps {
  const steps: Record<string, Value | Record<string, Value>> = {};
  for (const [column, value] of columns) {
    const [, step, part] = /^(step\d)_(.+)$/.exec(column) ?? [];
    if (step === undefined || part === undefined) steps[camel(column)] = value;
    else steps[step] = { ...partsOf(steps[step]), [camel(part)]: value };
  }
  return steps;
}

function partsOf(step: Value | Record<string, Value> | undefined): Record<string, Value> {
  return typeof step === 'object' && step !== null && !(step instanceof Date || step instanceof Uint8Array)
    ? step
    : {};
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
