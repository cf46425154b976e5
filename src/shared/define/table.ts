/** Column kinds of raw tables; every one maps to one DuckDB type. */
export type ColumnKind =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'date'
  | 'timestamp'
  | 'text'
  | 'blob';

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
  blob: 'blob',
};

/** `create table` text of a raw table inside `schema`. */
export function createTableSql(table: RawTable, schema: string): string {
  const columns = Object.entries(table.columns).map(([name, kind]) => `  "${name}" ${types[kind]}`);
  return `create table if not exists ${schema}."${table.name}" (\n${columns.join(',\n')}\n)`;
}
