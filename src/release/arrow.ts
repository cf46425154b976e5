import {
  Field,
  Float64,
  Schema,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { type Cell, type Status, statuses } from './form.ts';

/**
 * Cells as one Arrow IPC file: `period`, one column per dimension, `measure`, `value`, `status`.
 * The same cells in the same order give the same bytes.
 */
export function encodeCells(dimensions: readonly string[], cells: readonly Cell[]): Uint8Array {
  const columns: [string, (cell: Cell) => string][] = [
    ['period', (cell) => cell.period],
    ...dimensions.map((name): [string, (cell: Cell) => string] => [name, (cell) => cell.at[name]!]),
    ['measure', (cell) => cell.measure],
  ];
  const words = columns.map(([name, read]) => [name, textColumn(cells.map(read))] as const);
  const vectors: Record<string, Vector> = {
    ...Object.fromEntries(words),
    value: vectorFromArray(
      cells.map((cell) => cell.value),
      new Float64(),
    ),
    status: textColumn(cells.map((cell) => cell.status)),
  };
  const fields = Object.keys(vectors).map(
    (name) => new Field(name, name === 'value' ? new Float64() : new Utf8(), name === 'value'),
  );
  return tableToIPC(new Table(new Schema(fields), vectors), 'file');
}

function textColumn(values: readonly string[]): Vector<Utf8> {
  return vectorFromArray(values, new Utf8());
}

/** Reads what `encodeCells` wrote. Throws on a column or status that does not belong there. */
export function decodeCells(dimensions: readonly string[], bytes: Uint8Array): Cell[] {
  const table = tableFromIPC(bytes);
  const expected = ['period', ...dimensions, 'measure', 'value', 'status'];
  const found = table.schema.fields.map((field) => field.name);
  if (found.join() !== expected.join()) throw new Error('unexpected columns');
  const [periods, measures] = [texts(table, 'period'), texts(table, 'measure')];
  const codes = dimensions.map((name) => texts(table, name));
  const values: unknown[] = [...table.getChild('value')!];
  return texts(table, 'status').map((status, row) => {
    const value = values[row];
    if (!isStatus(status) || (status === 'ok') !== (typeof value === 'number'))
      throw new Error('unexpected cell');
    return {
      period: periods[row]!,
      at: Object.fromEntries(dimensions.map((name, index) => [name, codes[index]![row]!])),
      measure: measures[row]!,
      value: typeof value === 'number' ? value : null,
      status,
    };
  });
}

function texts(table: Table, column: string): string[] {
  return [...table.getChild(column)!].map(String);
}

function isStatus(word: string): word is Status {
  return (statuses as readonly string[]).includes(word);
}
