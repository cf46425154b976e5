import type { ColumnKind, RawTable } from '#shared/define.ts';
import { markAt, markOf } from './marks.ts';

/** Rows of one batch: the engine's own vector size, so that a batch is one copy per column. */
export const batchRows = 2048;

/** Bytes of one text slot: 4 for the length, 12 for a short text (the engine's own short-string form). */
const slotBytes = 16;
const shortText = 12;

/** One column of a batch, as the engine lays a vector out. */
export type ColumnBatch = {
  readonly data: Uint8Array;
  /** One bit per row, set where there is a value. */
  readonly validity: Uint8Array;
  /** Texts beyond 12 bytes, by row. */
  readonly long: readonly (readonly [row: number, bytes: Uint8Array])[];
  readonly bytesPerRow: number;
  /** No row has a value. */
  readonly isEmpty: () => boolean;
};

/** Takes a full or last batch; the arrays are reused afterwards. */
export type BatchSink = (columns: readonly ColumnBatch[], rows: number) => void;

/**
 * Collects rows as typed columns. A column not set in a row is NULL there.
 * Columns are named by their position (see `columnPositions`).
 */
export type RowWriter = {
  /** Integers, doubles, booleans (0, 1), dates (days since 1970-01-01), timestamps (microseconds). */
  readonly number: (column: number, value: number) => void;
  /** Bytes `from`..`to` of ASCII text; false, and nothing written, where another byte occurs, or they are no mark. */
  readonly ascii: (column: number, bytes: Uint8Array, from: number, to: number) => boolean;
  readonly text: (column: number, value: string) => void;
  readonly endRow: () => void;
  /** Hands over what is left; returns the number of rows of all batches. */
  readonly finish: () => number;
};

/** Positions of a table's columns by name. */
export function columnPositions<T extends RawTable>(table: T): Record<keyof T['columns'] & string, number> {
  const entries = Object.keys(table.columns).map((name, index) => [name, index] as const);
  return Object.fromEntries(entries) as Record<keyof T['columns'] & string, number>;
}

const widths: Record<ColumnKind, number> = {
  boolean: 1,
  smallint: 2,
  mark: 2,
  integer: 4,
  date: 4,
  bigint: 8,
  timestamp: 8,
  double: 8,
  text: slotBytes,
  blob: slotBytes,
};

type Column = {
  readonly kind: ColumnKind;
  readonly bytes: Uint8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly float64: Float64Array;
  readonly bits: Uint32Array;
  readonly long: [number, Uint8Array][];
};

function createColumn(kind: ColumnKind): Column {
  const buffer = new ArrayBuffer(Math.max(widths[kind], 8) * batchRows);
  return {
    kind,
    bytes: new Uint8Array(buffer),
    int16: new Int16Array(buffer),
    int32: new Int32Array(buffer),
    float64: new Float64Array(buffer),
    bits: new Uint32Array(batchRows / 32),
    long: [],
  };
}

export function createRowWriter(table: RawTable, sink: BatchSink): RowWriter {
  const columns = Object.values(table.columns).map(createColumn);
  const batch = columns.map(
    ({ kind, bytes, bits, long }): ColumnBatch => ({
      data: bytes,
      validity: new Uint8Array(bits.buffer),
      long,
      bytesPerRow: widths[kind],
      isEmpty: () => bits.every((word) => word === 0),
    }),
  );
  let row = 0;
  let total = 0;

  const flush = () => {
    if (row > 0) sink(batch, row);
    total += row;
    row = 0;
    for (const column of columns) {
      column.bits.fill(0);
      column.long.length = 0;
    }
  };

  return {
    number(position, value) {
      const column = columns[position]!;
      put(column, row, value);
      column.bits[row >> 5]! |= 1 << (row & 31);
    },
    ascii(position, bytes, from, to) {
      const column = columns[position]!;
      if (column.kind === 'mark') {
        const mark = markAt(bytes, from, to);
        if (mark < 0) return false;
        column.int16[row] = mark;
      } else if (!putAscii(column, row, bytes, from, to)) return false;
      column.bits[row >> 5]! |= 1 << (row & 31);
      return true;
    },
    text(position, value) {
      const column = columns[position]!;
      column.bits[row >> 5]! |= 1 << (row & 31);
      if (column.kind !== 'mark' && putPlain(column, row, value)) return;
      const bytes = Buffer.from(value, 'utf8');
      if (column.kind === 'mark') column.int16[row] = markOf(bytes);
      else if (bytes.length > shortText) putLong(column, row, bytes);
      else putShort(column, row, bytes, 0, bytes.length);
    },
    endRow() {
      row++;
      if (row === batchRows) flush();
    },
    finish() {
      flush();
      return total;
    },
  };
}

function put(column: Column, row: number, value: number): void {
  switch (column.kind) {
    case 'integer':
    case 'date':
      column.int32[row] = value;
      return;
    case 'bigint':
    case 'timestamp':
      column.int32[row * 2] = value;
      column.int32[row * 2 + 1] = Math.floor(value / 4_294_967_296);
      return;
    case 'smallint':
      column.int16[row] = value;
      return;
    case 'boolean':
      column.bytes[row] = value;
      return;
    case 'double':
      column.float64[row] = value;
      return;
    default:
      throw new Error(`a ${column.kind} column takes no number`);
  }
}

function putAscii(column: Column, row: number, bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  for (let at = from; at < to; at++) if (bytes[at]! >= 0x80) return false;
  if (length > shortText) {
    // A copy: `slice` of a Buffer would be a view of bytes that are overwritten before the batch is handed over.
    putLong(column, row, new Uint8Array(bytes.subarray(from, to)));
    return true;
  }
  putShort(column, row, bytes, from, length);
  return true;
}

/** The same for a short ASCII text, without making bytes of it first; false, and of no effect, where it is another. */
function putPlain(column: Column, row: number, value: string): boolean {
  if (value.length > shortText) return false;
  const slot = row * slotBytes + 4;
  for (let index = 0; index < shortText; index++) {
    const code = index < value.length ? value.charCodeAt(index) : 0;
    if (code >= 0x80) return false;
    column.bytes[slot + index] = code;
  }
  column.int32[row * 4] = value.length;
  return true;
}

function putShort(column: Column, row: number, bytes: Uint8Array, from: number, length: number): void {
  column.int32[row * 4] = length;
  const slot = row * slotBytes + 4;
  for (let index = 0; index < length; index++) column.bytes[slot + index] = bytes[from + index]!;
  for (let index = length; index < shortText; index++) column.bytes[slot + index] = 0;
}

function putLong(column: Column, row: number, bytes: Uint8Array): void {
  column.bytes.fill(0, row * slotBytes, (row + 1) * slotBytes);
  column.long.push([row, bytes]);
}
