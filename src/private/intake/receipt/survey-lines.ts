import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { allForms } from './forms.ts';
import { EX, GO, HM, IR, JY, MN, RC, RE, type RecordId, UK, YK } from './identifiers.ts';
import { type ReceiptKind, receiptKinds } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import type { ProcessedReceipt } from './process.ts';
import type { ReceiptTotals } from './totals.ts';
import { codeAt } from './values.ts';

const { number: numberAt, cover: coverAt } = dpcRecords.RE.fields;
const comma = 0x2c;

/** The totals of one receipt and where it stands. */
export function totalsOf(
  lines: ReceiptLines,
  kind: ReceiptKind,
  form: 'claim' | 'insurer',
  { head, computedPoints }: ProcessedReceipt,
): ReceiptTotals {
  const { common, insurer, programmes, decidedPoints } = head;
  const cover = kind === 'dpc' && common >= 0 ? codeAt(lines, common, coverAt[0]) : '';
  return {
    line: lines.line[Math.max(common, 0)]!,
    declared: decidedPoints !== undefined && decidedPoints >= 0 ? decidedPoints : undefined,
    computed: computedPoints ?? 0,
    claims: (insurer >= 0 ? 1 : 0) + programmes.length,
    cover: cover === '1' ? 1 : cover === '2' ? 2 : cover === '3' ? 3 : 0,
    number: common < 0 ? '' : codeAt(lines, common, numberAt[0]),
    claimFile: form === 'claim',
    opens: isOpening(lines.id[0]!),
  };
}

function isOpening(id: RecordId): boolean {
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
export function formOfLines(lines: ReceiptLines, before: 'claim' | 'insurer'): 'claim' | 'insurer' {
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const from = lines.cuts[lines.first[line]!]!;
    if (id === MN || id === EX || id === RC || id === JY) return 'insurer';
    if (from > 0 && lines.buffer[from - 1] === comma) return 'insurer';
  }
  return lines.id[0] === RE ? before : 'claim';
}

/** Lines without a common record are a damaged receipt of the insurer form, but no receipt of a claim file. */
export function holdsReceipt(lines: ReceiptLines, form: 'claim' | 'insurer'): boolean {
  if (form === 'insurer') return true;
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    if (!isOpening(id) && id !== GO) return true;
  }
  return false;
}
