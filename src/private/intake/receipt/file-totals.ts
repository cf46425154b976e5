import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import { isOpening } from './file-form.ts';
import type { WrittenBy } from './form-names.ts';
import { GO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import type { ProcessedReceipt } from './process.ts';
import type { createTotals, ReceiptTotals } from './totals.ts';
import { integerAt } from './values.ts';

const { claims: claimsAt, points: pointsAt } = commonRecords.GO.fields;

/** The totals of one receipt and where it stands. */
export function totalsOf(
  { lines, head, computed, cover, details }: ProcessedReceipt,
  form: WrittenBy,
): ReceiptTotals {
  const { common, insurer, programmes, decided } = head;
  return {
    line: lines.line[Math.max(common, 0)]!,
    declared: decided !== undefined && decided >= 0 ? decided : undefined,
    computed,
    claims: (insurer >= 0 ? 1 : 0) + programmes.length,
    cover,
    details,
    claimFile: form === 'claim',
    opens: isOpening(lines.id[0]!),
  };
}

/** Checks every GO among the lines; true where there was one. */
export function closeVolumes(lines: ReceiptLines, totals: ReturnType<typeof createTotals>): boolean {
  let closed = false;
  for (let line = 0; line < lines.count; line++) {
    if (lines.id[line] !== GO) continue;
    closed = true;
    totals.closeVolume(
      lines.line[line]!,
      integerAt(lines, line, claimsAt[0]),
      integerAt(lines, line, pointsAt[0]),
    );
  }
  return closed;
}
