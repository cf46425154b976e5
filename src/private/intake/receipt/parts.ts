import { type ReceiptForm, readableForm } from './forms.ts';
import { RE } from './identifiers.ts';
import type { Identify } from './identity.ts';
import type { InstitutionNames } from './institution-names.ts';
import { kindOfLines } from './kind-of.ts';
import type { ReceiptKind } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import type { ProcessReceipt } from './process.ts';
import type { ReceiptRows } from './rows.ts';
import { fieldFrom, isEmpty } from './values.ts';

/** What reads the receipts of one kind in a file. */
export type Part = {
  readonly form: ReceiptForm;
  readonly rows: ReceiptRows;
  readonly process: ProcessReceipt;
  readonly identify: Identify;
  readonly institutions: InstitutionNames;
};

export type Parts = {
  readonly main: Part;
  /** What reads this receipt: the main part, or that of its own kind where files of several kinds were joined. */
  readonly of: (lines: ReceiptLines) => Part;
  readonly all: () => Iterable<Part>;
};

/** @param make makes what reads one kind; the running number of receipts goes on from part to part */
export function createParts(form: ReceiptForm, make: (form: ReceiptForm) => Part): Parts {
  const main = make(form);
  const parts = new Map<ReceiptKind, Part>([[form.kind, main]]);
  let last = main;
  return {
    main,
    of(lines) {
      const own = isOther(lines, form) ? readableForm(`insurer-${kindOfLines(lines, form.kind)}`) : form;
      const { kind } = own ?? form;
      const part = parts.get(kind) ?? make(own ?? form);
      parts.set(kind, part);
      part.rows.sequence = last.rows.sequence;
      last = part;
      return part;
    },
    all: () => parts.values(),
  };
}

/** A record or レセプト種別 of another kind. */
function isOther(lines: ReceiptLines, form: ReceiptForm): boolean {
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    if (form.foreign[id] === 1) return true;
    if (id !== RE || isEmpty(lines, line, form.common.type)) continue;
    if (lines.buffer[fieldFrom(lines, line, form.common.type)] !== form.typeDigit.charCodeAt(0)) return true;
  }
  return false;
}
