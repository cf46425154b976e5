import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';

type Cells = Readonly<Record<string, string | number | boolean>>;

/** One line of a receipt and all that comes of it: rows of other tables, and columns of the receipt's own row. */
export type Golden = {
  readonly kind: ReceiptKind;
  readonly line: string;
  /** Lines the meaning of this one depends on. */
  readonly before?: readonly string[];
  /** Only the review body writes it: it makes any file one of the insurer form. */
  readonly reviewed?: boolean;
  /** Rows without the columns that say where they stand; empty columns left out. */
  readonly rows?: Readonly<Record<string, readonly Cells[]>>;
  readonly receipt?: Cells;
};

/** Records a receipt may hold and intake does not load: known, without a row. */
export const silent = (kind: ReceiptKind, ...lines: readonly string[]): Golden[] =>
  lines.map((line) => ({ kind, line }));
