import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResultReader,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import type { RawTable } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { type BatchSink, batchRows, createRowWriter, type RowWriter } from './warehouse/columns.ts';
import { whenFree } from './warehouse/when-free.ts';

/** A value of a result row: integers as numbers, dates as `YYYY-MM-DD`, timestamps as `Date`. */
export type Value = string | number | boolean | null | Date | Uint8Array;
export type Row = Readonly<Record<string, Value>>;
export type Parameters = Record<string, DuckDBValue>;

/** One open DuckDB file. The engine's own messages print values, so callers that may meet data re-word them. */
export type Warehouse = {
  readonly path: string;
  /** Runs one or more statements; parameters (`$name`) only with a single statement. */
  run(sql: string, parameters?: Parameters): Promise<void>;
  rows(sql: string, parameters?: Parameters): Promise<Row[]>;
  /** Rows of a long result, a few thousand at a time as the engine makes them; run nothing else meanwhile. */
  batches(sql: string): AsyncGenerator<Row[]>;
  /** The engine's connection, for bulk appending inside this module's own files only. */
  readonly connection: DuckDBConnection;
  close(): void;
};

/** Opened twice in one process, a file silently loses rows; this set makes that a loud bug. */
const open = new Set<string>();

/**
 * Opens `path` for reading and writing, creating it where absent; spill goes to `temporary`.
 * @throws {UserError} HOME_IN_USE while another process keeps it open.
 */
export async function openForBuild(path: string, temporary = dirname(path)): Promise<Warehouse> {
  return openInstance(path, temporary, {});
}

/**
 * Opens an existing warehouse read-only and locked down: no other file, no network, no setting can be reached.
 * @throws {UserError} NOT_FOUND where no warehouse exists yet; HOME_IN_USE while another process keeps writing to it.
 */
export async function openForCount(path: string, temporary = dirname(path)): Promise<Warehouse> {
  requireWarehouse(path);
  const warehouse = await openInstance(path, temporary, { access_mode: 'READ_ONLY' });
  await warehouse.run('set enable_external_access = false; set lock_configuration = true;');
  return warehouse;
}

/**
 * Opens an existing warehouse read-only beside two empty databases in memory, `input` and `parameter`, which a list or
 * a rule may fill; locked down like `openForCount`.
 * @throws {UserError} NOT_FOUND where no warehouse exists yet; HOME_IN_USE while another process keeps writing to it.
 */
export async function openForSelection(path: string, temporary = dirname(path)): Promise<Warehouse> {
  requireWarehouse(path);
  const key = resolve(path);
  if (open.has(key)) throw new Error('this DuckDB file is already open in this process');
  const warehouse = await openInstance(':memory:', temporary, {});
  const attach = `attach ${quoteLiteral(path)} as warehouse (read_only)`;
  await whenFree(() => warehouse.run(attach)).catch((error: unknown) => {
    warehouse.close();
    throw error;
  });
  open.add(key);
  await attachScratch(warehouse);
  await warehouse.run('set enable_external_access = false; set lock_configuration = true; use warehouse');
  return {
    ...warehouse,
    path,
    close() {
      warehouse.close();
      open.delete(key);
    },
  };
}

/** Opens an empty warehouse in memory with the schemas `input` and `parameter`; it can reach no file and writes none. */
export async function openInMemory(): Promise<Warehouse> {
  const warehouse = await openInstance(':memory:', '', {});
  await warehouse.run(
    'create schema input; create schema parameter; set enable_external_access = false; set lock_configuration = true',
  );
  return warehouse;
}

/** Gives an open instance the databases `input` and `parameter`, in memory. */
export async function attachScratch(warehouse: Warehouse): Promise<void> {
  await warehouse.run("attach ':memory:' as input; attach ':memory:' as parameter");
}

function requireWarehouse(path: string): void {
  if (existsSync(path)) return;
  throw new UserError(
    'NOT_FOUND',
    { ja: 'まだデータが取り込まれていません。', en: 'No data has been taken in yet.' },
    { hint: { ja: 'kenpo ingest を実行してください。', en: 'Run kenpo ingest.' } },
  );
}

async function openInstance(
  path: string,
  temporary: string,
  options: Record<string, string>,
): Promise<Warehouse> {
  const key = path === ':memory:' ? Symbol('memory').toString() + open.size : resolve(path);
  if (open.has(key)) throw new Error('this DuckDB file is already open in this process');
  // From the engine's own cache: were an earlier instance of this file still alive, a second one would lose its rows.
  const instance = await whenFree(() =>
    DuckDBInstance.fromCache(path, {
      temp_directory: temporary,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      preserve_insertion_order: 'true',
      ...options,
    }),
  );
  const connection = await instance.connect();
  open.add(key);
  return {
    path,
    connection,
    async run(sql, parameters) {
      if (parameters) await connection.run(sql, parameters);
      else await connection.run(sql);
    },
    async rows(sql, parameters) {
      return toRows(await connection.runAndReadAll(sql, parameters));
    },
    async *batches(sql) {
      const result = await connection.stream(sql);
      const names = result.deduplicatedColumnNames();
      const types = names.map((_, index) => result.columnTypeId(index));
      for await (const batch of result.yieldRowsJs()) yield batch.map((row) => toRow(row, names, types));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      open.delete(key);
    },
  };
}

function toRows(reader: DuckDBResultReader): Row[] {
  const names = reader.deduplicatedColumnNames();
  const types = names.map((_, index) => reader.columnTypeId(index));
  return reader.getRowsJS().map((row) => toRow(row, names, types));
}

function toRow(row: readonly unknown[], names: readonly string[], types: readonly DuckDBTypeId[]): Row {
  return Object.fromEntries(names.map((name, index) => [name, toValue(row[index], types[index])]));
}

function toValue(value: unknown, type: DuckDBTypeId | undefined): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error('an integer of the warehouse is beyond 2^53');
    return number;
  }
  if (value instanceof Date) return type === DuckDBTypeId.DATE ? value.toISOString().slice(0, 10) : value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Uint8Array) return value;
  return String(value);
}

/** Batches after which the engine takes rows over: it keeps them in memory, outside of its limit, until then. */
const flushBatches = 4;

/** Appends rows to an existing table; `finish` hands over the last rows and returns how many there were. */
export async function openRowWriter(
  warehouse: Warehouse,
  table: RawTable,
  schema: string,
): Promise<RowWriter> {
  const appender = await warehouse.connection.createAppender(table.name, schema);
  const types = Object.keys(table.columns).map((_, index) => appender.columnType(index));
  const chunk = DuckDBDataChunk.create(types);
  let batches = 0;
  const sink: BatchSink = (columns, rows) => {
    chunk.reset();
    chunk.rowCount = rows;
    columns.forEach((column, index) => {
      const vector = bindings.data_chunk_get_vector(chunk.chunk, index);
      const { data, validity } = column;
      if (!column.isEmpty())
        bindings.copy_data_to_vector(
          vector,
          0,
          arrayBuffer(data),
          data.byteOffset,
          rows * column.bytesPerRow,
        );
      bindings.vector_ensure_validity_writable(vector);
      bindings.copy_data_to_vector_validity(
        vector,
        0,
        arrayBuffer(validity),
        validity.byteOffset,
        batchRows / 8,
      );
      for (const [row, bytes] of column.long) bindings.vector_assign_string_element_len(vector, row, bytes);
    });
    appender.appendDataChunk(chunk);
    if (++batches % flushBatches === 0) appender.flushSync();
  };
  const writer = createRowWriter(table, sink);
  return {
    ...writer,
    finish() {
      const rows = writer.finish();
      appender.closeSync();
      return rows;
    },
  };
}

function arrayBuffer(view: Uint8Array): ArrayBuffer {
  if (view.buffer instanceof ArrayBuffer) return view.buffer;
  throw new Error('shared memory cannot be appended');
}

/** `'text'` as an SQL literal, for the few places (ATTACH, COPY) that take no parameter. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `name` as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
