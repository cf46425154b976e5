import { nursingRecords } from '#pipelines/sources/receipt/nursing.ts';
import { detail } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import { writeDisease } from './disease.ts';
import type { DiseasePositions } from './form.ts';
import { CO, KA, SY } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import type { ReceiptRows } from './rows.ts';
import { dateAt, integerAt } from './values.ts';

const d = columnPositions(detail);
const ka = nursingRecords.KA.fields;
const co = nursingRecords.CO.fields;

/**
 * Writes diseases (SY), fees (KA) and comments of a home-nursing receipt and returns the yen (not points) they add up
 * to: Σ 金額 of KA, as the insurer record has them in total.
 */
export function readNursingRows(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
  disease: DiseasePositions | undefined,
): number {
  let total = 0;
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === KA) total += writeFee(lines, line, rows);
    else if (id === SY && disease) writeDisease(lines, line, disease, rows);
    else if (id === CO) {
      rows.beginDetail(lines, line);
      rows.mark(rows.detail, d.section, lines, line, co.section[0], 2);
      rows.mark(rows.detail, d.burden, lines, line, co.burden[0], 1);
      rows.code(rows.detail, d.code, lines, line, co.code[0], 9);
      rows.detail.endRow();
    } else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  return total;
}

function writeFee(lines: ReceiptLines, line: number, rows: ReceiptRows): number {
  const yen = rows.amount(integerAt(lines, line, ka.yen[0]), lines, line);
  const day = dateAt(lines, line, ka.date[0]);
  rows.beginDetail(lines, line);
  rows.mark(rows.detail, d.burden, lines, line, ka.burden[0], 1);
  rows.code(rows.detail, d.code, lines, line, ka.code[0], 9);
  rows.quantity(lines, line, ka.quantity[0]);
  if (day !== undefined && !Number.isNaN(day)) {
    rows.detail.number(d.days_mask, 1 << (new Date(day * 86_400_000).getUTCDate() - 1));
  }
  if (yen !== undefined) rows.detail.number(d.yen, yen);
  rows.detail.endRow();
  return yen ?? 0;
}
