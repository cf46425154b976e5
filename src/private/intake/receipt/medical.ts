import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { detail, diagnosis } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import { CO, IY, SI, SY, TI, TO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { putDate, type ReceiptRows } from './rows.ts';
import { decodeCp932 } from './text.ts';
import { codeAt, fieldFrom, fieldTo, integerAt, isEmpty } from './values.ts';

const d = columnPositions(detail);
const s = columnPositions(diagnosis);
const si = medicalRecords.SI.fields;
const to = medicalRecords.TO.fields;
const sy = medicalRecords.SY.fields;
const [sectionAt, burdenAt, codeField, quantityAt] = [
  si.section[0],
  si.burden[0],
  si.code[0],
  si.quantity[0],
];
const [pointsAt, countAt] = [si.points[0], si.count[0]];
const [firstDay, firstDayOfMaterial, priceAt] = [si.firstDay[0], to.firstDay[0], to.price[0]];

/** 診療識別 97: meals and living, in yen. */
const mealSection = 97;

/** 負担区分 of units that public programmes alone pay for: not part of the insurer's total. */
const publicOnlyBurdens = new Set([...'56BC7HIJKLRSTUZ'].map((letter) => letter.charCodeAt(0)));

/**
 * Codes recorded with positive points that are subtracted: 金額種別 7 of the drug master, 点数識別 7 of the procedure
 * master (減点, 逓減).
 */
const subtracted = new Set([
  630010001, 630010002, 630010004, 630010005, 630010006, 630010007, 199000210, 199000410,
]);

/** The code of a disease written out because the master has none (未コード化傷病名). */
const uncodedDisease = '0000999';

/** 修飾語コード: up to 20 codes of four digits in one field. */
const modifierDigits = 80;

/**
 * Writes diseases and details of a medical receipt and returns the points its units add up to (Σ 点数 × 回数 without
 * 97; units paid by public programmes alone only where there is no insurer record). Rows form units: the points stand
 * on a unit's last row. 診療識別 stands on the first row of a group and holds until the next.
 */
export function readMedicalRows(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
  hasInsurer: boolean,
): number {
  let total = 0;
  let unit = 1;
  let unitOpen = false;
  let section = 0;
  let sectionLine = -1;
  let donor = false;
  for (let index = 0; index < length; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === TI) donor = true;
    if (donor) {
      rows.unknown(lines, line);
      continue;
    }
    if (id === SY) writeDisease(lines, line, rows);
    else if (id === SI || id === IY || id === TO || id === CO) {
      if (!isEmpty(lines, line, sectionAt)) {
        const next = integerAt(lines, line, sectionAt) ?? 0;
        if (next !== section && unitOpen) {
          unit++;
          unitOpen = false;
        }
        section = next;
        sectionLine = line;
      }
      const points = id === CO ? undefined : signedPoints(lines, line, rows);
      const days = id === CO ? 0 : writeDays(lines, line, id === TO ? firstDayOfMaterial : firstDay, rows);
      const count = id === CO ? undefined : readCount(lines, line, points, days, rows);
      writeDetail(lines, line, id, rows, unit, sectionLine);
      if (points !== undefined) rows.detail.number(d.points, points);
      if (count !== undefined) rows.detail.number(d.count, count);
      rows.detail.endRow();
      unitOpen = true;
      if (points !== undefined) {
        unit++;
        unitOpen = false;
        const counted = !hasInsurer || !publicOnlyBurdens.has(burdenByte(lines, line));
        if (section !== mealSection && counted) total += points * (count ?? 1);
      }
    } else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  return total;
}

function writeDetail(
  lines: ReceiptLines,
  line: number,
  id: number,
  rows: ReceiptRows,
  unit: number,
  sectionLine: number,
): void {
  rows.beginDetail(lines, line);
  rows.detail.number(d.unit_seq, unit);
  if (sectionLine >= 0) rows.mark(rows.detail, d.section, lines, sectionLine, sectionAt, 2);
  rows.mark(rows.detail, d.burden, lines, line, burdenAt, 1);
  rows.code(rows.detail, d.code, lines, line, codeField, 9);
  if (id === CO) return;
  rows.quantity(lines, line, quantityAt);
  if (id === TO) rows.price(lines, line, priceAt);
}

/** Points of the row, negative for a subtracting code; undefined where the row carries none. */
function signedPoints(lines: ReceiptLines, line: number, rows: ReceiptRows): number | undefined {
  const points = rows.amount(integerAt(lines, line, pointsAt), lines, line);
  if (points === undefined || points <= 0) return points;
  return subtracted.has(integerAt(lines, line, codeField) ?? 0) ? -points : points;
}

/** 回数; where it is empty on a row with points: the sum of its days, at least 1. */
function readCount(
  lines: ReceiptLines,
  line: number,
  points: number | undefined,
  days: number,
  rows: ReceiptRows,
): number | undefined {
  const count = rows.count(integerAt(lines, line, countAt), lines, line);
  if (count !== undefined || points === undefined) return count;
  return Math.max(days, 1);
}

/** 算定日情報 as one bit per day; returns the sum of its counts. */
function writeDays(lines: ReceiptLines, line: number, first: number, rows: ReceiptRows): number {
  const last = Math.min(lines.fields[line]!, first + 30);
  let mask = 0;
  let sum = 0;
  for (let position = first; position <= last; position++) {
    if (isEmpty(lines, line, position)) continue;
    const count = rows.count(integerAt(lines, line, position), lines, line) ?? 0;
    if (count <= 0) continue;
    mask |= 1 << (position - first);
    sum += count;
  }
  if (mask !== 0) rows.detail.number(d.days_mask, mask);
  return sum;
}

function burdenByte(lines: ReceiptLines, line: number): number {
  return isEmpty(lines, line, burdenAt) ? 0 : lines.buffer[fieldFrom(lines, line, burdenAt)]!;
}

function writeDisease(lines: ReceiptLines, line: number, rows: ReceiptRows): void {
  const writer = rows.diagnosis;
  writer.number(s.file_id, rows.fileId);
  writer.number(s.receipt_seq, rows.sequence);
  writer.number(s.line, lines.line[line]!);
  rows.code(writer, s.disease_code, lines, line, sy.code[0], 7);
  rows.mark(writer, s.modifiers, lines, line, sy.modifiers[0], modifierDigits);
  putDate(writer, s.started_on, lines, line, sy.startedOn[0]);
  rows.mark(writer, s.outcome, lines, line, sy.outcome[0], 1);
  writer.number(s.is_main, codeAt(lines, line, sy.main[0]) === '01' ? 1 : 0);
  if (!isEmpty(lines, line, sy.text[0]) && codeAt(lines, line, sy.code[0]) === uncodedDisease) {
    const from = fieldFrom(lines, line, sy.text[0]);
    writer.text(s.disease_text, decodeCp932(lines.buffer.subarray(from, fieldTo(lines, line, sy.text[0]))));
  }
  writer.endRow();
}
