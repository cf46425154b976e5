import type { ReceiptForm } from './form.ts';
import { allForms } from './forms.ts';
import type { Identify } from './identity.ts';
import { kindOfLines } from './kind-of.ts';
import type { ReceiptKind } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import type { ProcessReceipt } from './process.ts';
import type { ReceiptRows } from './rows.ts';

/** What reads the receipts of one kind in a file. */
export type Part = {
  readonly form: ReceiptForm;
  readonly rows: ReceiptRows;
  readonly process: ProcessReceipt;
  readonly identify: Identify;
};

/**
 * Gives what reads a receipt by its own kind: files of several kinds may be joined.
 * @param make makes what reads one kind; receipts are numbered in the file, whatever their kind
 */
export function createParts(make: (form: ReceiptForm) => Part): (lines: ReceiptLines) => Part {
  const parts = new Map<ReceiptKind, Part>();
  let before: ReceiptKind | undefined;
  let last: Part | undefined;
  let sequence = 0;
  return (lines) => {
    const kind = kindOfLines(lines, before);
    const part = last && kind === before ? last : (parts.get(kind) ?? make(allForms[kind]));
    parts.set(kind, part);
    part.rows.sequence = ++sequence;
    before = kind;
    last = part;
    return part;
  };
}
