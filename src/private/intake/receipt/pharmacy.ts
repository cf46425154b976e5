import {
  basicFees,
  dispensingFees,
  type FeePositions,
  pharmacyRecords,
} from '#pipelines/sources/receipt/pharmacy.ts';
import { detail } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import { CO, CZ, IY, KI, SH, ST, TK, TO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import type { ReceiptRows } from './rows.ts';
import { integerAt, isEmpty } from './values.ts';

const d = columnPositions(detail);
const { SH: sh, CZ: cz, IY: iy, TO: to, CO: co } = pharmacyRecords;

/**
 * Writes drugs, materials and fees of a pharmacy receipt and returns the points they add up to: of each dispensing
 * (CZ) its fees and its 薬剤料, of KI its fees, none multiplied by a number of times. A drug row has no points; its
 * `count` is Σ 調剤数量 of its prescription part (剤, SH), whose running number is `unit_seq` and whose 剤形 is `section`.
 * A row with record CZ and no code is the 薬剤料 of one dispensing.
 */
export function readPharmacyRows(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
): number {
  let total = 0;
  let unit = 0;
  let part = -1;
  let dispensed = 0;
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === SH) {
      unit++;
      part = line;
      dispensed = dispensedUnits(lines, order, index + 1, length, rows);
    } else if (id === CZ) {
      total += writeFees(lines, line, dispensingFees, rows, unit);
      total += writeDrugPoints(lines, line, rows, unit);
    } else if (id === KI) {
      total += writeFees(lines, line, basicFees, rows, 0);
    } else if (id === IY || id === TO) {
      const fields = id === IY ? iy.fields : to.fields;
      rows.beginDetail(lines, line);
      rows.detail.number(d.unit_seq, unit);
      if (part >= 0) rows.mark(rows.detail, d.section, lines, part, sh.fields.form[0], 1);
      rows.mark(rows.detail, d.burden, lines, line, fields.burden[0], 1);
      rows.code(rows.detail, d.code, lines, line, fields.code[0], 9);
      rows.quantity(lines, line, fields.quantity[0]);
      rows.detail.number(d.count, dispensed);
      if (id === TO) rows.price(lines, line, to.fields.price[0]);
      rows.detail.endRow();
    } else if (id === CO || id === TK) {
      rows.beginDetail(lines, line);
      if (id === CO) rows.detail.number(d.unit_seq, unit);
      rows.code(rows.detail, d.code, lines, line, co.fields.code[0], 9);
      rows.detail.endRow();
    } else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  return total;
}

/** Σ 調剤数量 of the dispensings that belong to the prescription part before `from`. */
function dispensedUnits(
  lines: ReceiptLines,
  order: Int32Array,
  from: number,
  length: number,
  rows: ReceiptRows,
): number {
  let sum = 0;
  for (let index = from; index < length; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === SH || id === KI || id === TK || id === ST) break;
    if (id === CZ) sum += rows.count(integerAt(lines, line, cz.fields.quantity[0]), lines, line) ?? 0;
  }
  return sum;
}

function writeFees(
  lines: ReceiptLines,
  line: number,
  fees: readonly FeePositions[],
  rows: ReceiptRows,
  unit: number,
): number {
  let total = 0;
  for (const fee of fees) {
    if (fee.code > lines.fields[line]!) break;
    if (isEmpty(lines, line, fee.code) && isEmpty(lines, line, fee.points)) continue;
    const points = rows.amount(integerAt(lines, line, fee.points), lines, line);
    rows.beginDetail(lines, line);
    if (unit > 0) rows.detail.number(d.unit_seq, unit);
    rows.mark(rows.detail, d.burden, lines, line, fee.burden, 1);
    rows.code(rows.detail, d.code, lines, line, fee.code, 9);
    if (points !== undefined) rows.detail.number(d.points, points);
    rows.detail.endRow();
    total += points ?? 0;
  }
  return total;
}

function writeDrugPoints(lines: ReceiptLines, line: number, rows: ReceiptRows, unit: number): number {
  const points = rows.amount(integerAt(lines, line, cz.fields.drugPoints[0]), lines, line);
  if (points === undefined) return 0;
  rows.beginDetail(lines, line);
  if (unit > 0) rows.detail.number(d.unit_seq, unit);
  rows.mark(rows.detail, d.burden, lines, line, cz.fields.burden[0], 1);
  rows.detail.number(d.points, points);
  rows.detail.endRow();
  return points;
}
