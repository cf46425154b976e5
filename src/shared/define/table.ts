/** Column kinds of raw tables; every one maps to one DuckDB type. A `mark` (識別) is one of `markValues`. */
export type ColumnKind =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'date'
  | 'timestamp'
  | 'text'
  | 'mark'
  | 'blob';

const digits = [...'0123456789'];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));

/**
 * Every mark there is: one character, two digits, two capital letters. In a table it is the number of its place here (an
 * enum), a tenth of the work of a text.
 */
export const markValues: readonly string[] = [
  ...printable,
  ...digits.flatMap((first) => digits.map((second) => first + second)),
  ...letters.flatMap((first) => letters.map((second) => first + second)),
];

/** One raw table: its columns in order, with a sentence each where the name does not say it all. */
export type RawTable = {
  readonly name: string;
  /** One sentence: "one row per …". */
  readonly grain: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
};

export function defineTable<const T extends RawTable>(table: T): T {
  return table;
}

const types: Record<ColumnKind, string> = {
  boolean: 'boolean',
  smallint: 'smallint',
  integer: 'integer',
  bigint: 'bigint',
  double: 'double',
  date: 'date',
  timestamp: 'timestamp',
  text: 'varchar',
  mark: `enum (${markValues.map((value) => `'${value.replace("'", "''")}'`).join(', ')})`,
  blob: 'blob',
};

/** `create table` text of a raw table inside `schema`. */
export function createTableSql(table: RawTable, schema: string): string {
  const columns = Object.entries(table.columns).map(([name, kind]) => `  "${name}" ${types[kind]}`);
  return `create table if not exists ${schema}."${table.name}" (\n${columns.join(',\n')}\n)`;
}

/** `alter table` text that gives a table of an older version a column it has not. */
export function addColumnSql(table: RawTable, column: string, schema: string): string {
  const kind = table.columns[column];
  if (kind === undefined) throw new Error('the table has no such column');
  return `alter table ${schema}."${table.name}" add column "${column}" ${types[kind]}`;
}
