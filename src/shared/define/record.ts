/**
 * What a field holds. `free` is text a person wrote (searched for Individual Numbers), `identifier` a number or code
 * given by somebody (searched as a column), the rest are values the reader uses or skips.
 */
export type FieldKind = 'code' | 'number' | 'decimal' | 'date' | 'month' | 'text' | 'free' | 'identifier';

/** One field: its position in the record (the record identifier is 1), its official name, its kind. */
export type RecordField = readonly [position: number, ja: string, kind: FieldKind];

/** One record of a line-based file: number of positions as first defined and the fields that matter. */
export type RecordLayout = {
  readonly ja: string;
  readonly positions: number;
  readonly fields: Readonly<Record<string, RecordField>>;
};

/** Layouts by record identifier (レコード識別情報). */
export function defineRecords<const T extends Readonly<Record<string, RecordLayout>>>(records: T): T {
  return records;
}
