import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { KA } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import type { ReceiptRows } from './rows.ts';
import { integerAt } from './values.ts';

const yenAt = nursingRecords.KA.fields.yen[0];

/** Yen (not points) the rows of a home-nursing receipt add up to: Σ 金額 of KA, as the insurer record has them in total. */
export function sumNursingYen(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
): number {
  let total = 0;
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === KA) total += rows.amount(integerAt(lines, line, yenAt), lines, line) ?? 0;
    else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  return total;
}
