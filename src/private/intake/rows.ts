import type { RawTable } from '#shared/define.ts';
import { openRowWriter, type Warehouse } from '../warehouse.ts';

/** A row by column name; a column left out is NULL. Dates as `YYYY-MM-DD`. */
export type RowOf<T extends RawTable> = Partial<
  Record<keyof T['columns'], string | number | undefined | null>
>;

export type Rows<T extends RawTable> = {
  readonly add: (row: RowOf<T>) => void;
  /** Writes what is left; the number of rows of the table. */
  readonly finish: () => number;
};

/** Rows for a raw table of the scratch file. */
export async function openRows<T extends RawTable>(scratch: Warehouse, table: T): Promise<Rows<T>> {
  const writer = await openRowWriter(scratch, table, 'raw');
  const columns = Object.entries(table.columns).map(([name, kind], position) => ({ name, kind, position }));
  return {
    add(row: Record<string, string | number | undefined | null>) {
      for (const { name, kind, position } of columns) {
        const value = row[name];
        if (value === undefined || value === null) continue;
        if (kind === 'date') writer.number(position, Date.parse(`${value}T00:00:00Z`) / 86_400_000);
        else if (typeof value === 'number') writer.number(position, value);
        else writer.text(position, value);
      }
      writer.endRow();
    },
    finish: writer.finish,
  };
}
