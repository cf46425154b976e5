import type { WrittenBy } from './form-names.ts';
import { allForms } from './forms.ts';
import { EX, GO, HM, IR, JY, MN, RC, RE, type RecordId, UK, YK } from './identifiers.ts';
import { receiptKinds } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';

const comma = 0x2c;

/** IR, UK, YK, HM: what a claim file opens with. */
export function isOpening(id: RecordId): boolean {
  return id === IR || id === UK || id === YK || id === HM;
}

/** Known in any kind of receipt: what stands in the wrong one is seen by the totals. */
export function isKnown(id: RecordId): boolean {
  return receiptKinds.some((kind) => allForms[kind].positions(id) !== undefined);
}

export function fewestPositions(id: RecordId): number | undefined {
  const known = receiptKinds.flatMap((kind) => allForms[kind].positions(id) ?? []);
  return known.length === 0 ? undefined : Math.min(...known);
}

/**
 * Three leading columns, or records only the review body writes where a tool has cut them off. The details of a DPC
 * cover have neither: they begin with RE and are what the receipt before them is.
 */
export function formOfLines(lines: ReceiptLines, before: WrittenBy): WrittenBy {
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const from = lines.cuts[lines.first[line]!]!;
    if (id === MN || id === EX || id === RC || id === JY) return 'insurer';
    if (from > 0 && lines.buffer[from - 1] === comma) return 'insurer';
  }
  return lines.id[0] === RE ? before : 'claim';
}

/** Lines without a common record are a damaged receipt of the insurer form, but no receipt of a claim file. */
export function holdsReceipt(lines: ReceiptLines, form: WrittenBy): boolean {
  if (form === 'insurer') return true;
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    if (!isOpening(id) && id !== GO) return true;
  }
  return false;
}
