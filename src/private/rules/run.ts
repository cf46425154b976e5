import { createTableSql, type RawTable } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { reworded } from '../models/failure.ts';
import { quoteLiteral, quoteName, type Warehouse } from '../warehouse.ts';
import { type ParameterSet, parametersOn, type Rule } from './open.ts';

/** Name of the table with the parameters of a rule (`guidance-level` → `parameter.guidance_level`). */
export function parameterTable(rule: Rule): string {
  return `parameter.${tableName(rule)}`;
}

/**
 * Makes what a rule reads in a warehouse that has the databases `input` and `parameter` (`openForSelection`): its dated
 * parameters and the empty table `input.people`.
 */
export async function prepareRule(warehouse: Warehouse, rule: Rule): Promise<void> {
  await warehouse.run(`create table ${parameterTable(rule)} as ${parametersSql(rule)}`);
  await warehouse.run(createTableSql(peopleTable(rule), 'input'));
}

/** SELECT of the dated parameters of a rule, one row per version. */
export function parametersSql(rule: Rule): string {
  const columns = { version: 'text', holds_from: 'date', holds_to: 'date', ...rule.contract.parameters };
  const row = (set: ParameterSet) =>
    Object.entries(columns).map(
      ([column, kind]) => `cast(${literal(set[column] ?? '')} as ${kind}) as ${quoteName(column)}`,
    );
  return rule.parameters.map((set) => `select ${row(set).join(', ')}`).join(' union all ');
}

/** The plain table a rule reads. */
export function peopleTable(rule: Rule): RawTable {
  return {
    name: 'people',
    grain: 'one row per person to judge',
    columns: { input_id: 'bigint', on_day: 'date', ...rule.contract.input },
  };
}

/** Columns of `input.people`, ready for SQL. */
export function peopleColumns(rule: Rule): readonly string[] {
  return Object.keys(peopleTable(rule).columns).map(quoteName);
}

/**
 * The set of parameters in force on a day.
 * @throws {UserError} NOT_FOUND where the rule knows none
 */
export function requireParameters(rule: Rule, day: string): ParameterSet {
  const found = parametersOn(rule, day);
  if (found === undefined) throw noParameters(rule);
  return found;
}

/**
 * Judges all rows of `input.people` into table `into`; exactly one row per row.
 * @throws {UserError} NOT_FOUND where a day has no parameters; MODEL_FAILED where the SQL cannot run
 */
export async function runRule(warehouse: Warehouse, rule: Rule, into: string): Promise<void> {
  const place = `rules.${rule.name}`;
  await reworded(place, () => warehouse.run(`create table ${into} as ${rule.sql}`));
  const [count] = await warehouse.rows(
    `select (select count(*) from input.people) as given, (select count(*) from ${into}) as judged`,
  );
  if (count?.['given'] !== count?.['judged']) throw noParameters(rule);
}

function tableName(rule: Rule): string {
  return rule.name.replaceAll('-', '_');
}

function literal(cell: string): string {
  return cell === '' ? 'null' : quoteLiteral(cell);
}

function noParameters({ name, parameters }: Rule): UserError {
  const first = parameters.map((set) => set['holds_from']!).sort()[0]!;
  return new UserError(
    'NOT_FOUND',
    {
      ja: `判定基準 ${name} は ${first} より前の日には使えません。何も作っていません。`,
      en: `Rule ${name} knows no parameters for days before ${first}. Nothing was made.`,
    },
    {
      hint: {
        ja: `その日の基準を pipelines/rules/${name}/parameters.csv に足すか、別の日を指定してください。`,
        en: `Add those of that day to pipelines/rules/${name}/parameters.csv, or choose another day.`,
      },
    },
  );
}
