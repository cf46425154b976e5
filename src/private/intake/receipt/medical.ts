import { medicalRecords } from '#pipelines/sources/receipt/medical.ts';
import { detail, diagnosis } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import type { DetailPositions, UnitRows } from './forms.ts';
import { CO, GT, IY, SI, SS, SY, TI, TO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { putDate, type ReceiptRows } from './rows.ts';
import { codeAt, fieldFrom, fieldTo, integerAt, isEmpty } from './values.ts';

const d = columnPositions(detail);
const s = columnPositions(diagnosis);
const sy = medicalRecords.SY.fields;

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
 * Writes diseases (SY) and details of a receipt whose rows form units (医科, DPC, 歯科) and returns the points they add
 * up to: Σ 点数 × 回数 without 97, units paid by public programmes alone only where there is no insurer record, and the
 * bundle of a DPC receipt. The points stand on a unit's last row. 診療識別 stands on the first row of a group and holds until the next.
 */
export function readMedicalRows(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
  units: UnitRows,
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
    const at = positionsOf(units, id);
    if (at !== undefined) {
      if (!isEmpty(lines, line, at.section)) {
        const next = integerAt(lines, line, at.section) ?? 0;
        if (next !== section && unitOpen) {
          unit++;
          unitOpen = false;
        }
        section = next;
        sectionLine = line;
      }
      const points = id === CO ? undefined : signedPoints(lines, line, at, rows);
      const days = id === CO ? 0 : writeDays(lines, line, at.firstDay, rows);
      const count = id === CO ? undefined : readCount(lines, line, at, points, days, rows);
      writeDetail(lines, line, at, rows, unit, sectionLine);
      if (points !== undefined) rows.detail.number(d.points, points);
      if (count !== undefined) rows.detail.number(d.count, count);
      rows.detail.endRow();
      unitOpen = true;
      if (points !== undefined) {
        unit++;
        unitOpen = false;
        const counted = !hasInsurer || !publicOnlyBurdens.has(burdenByte(lines, line, at.burden));
        if (section !== mealSection && counted) total += points * (count ?? 1);
      }
    } else if (id === SY) writeDisease(lines, line, rows);
    else if (id === GT && units.bundle !== undefined) {
      total += rows.amount(integerAt(lines, line, units.bundle), lines, line) ?? 0;
    } else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  return total;
}

/** Where the parts of this row stand; undefined for records that are no part of a unit. */
function positionsOf(units: UnitRows, id: number): DetailPositions | undefined {
  if (id === SI) return units.SI;
  if (id === IY) return units.IY;
  if (id === TO) return units.TO;
  if (id === CO) return units.CO;
  return id === SS ? units.SS : undefined;
}

function writeDetail(
  lines: ReceiptLines,
  line: number,
  at: DetailPositions,
  rows: ReceiptRows,
  unit: number,
  sectionLine: number,
): void {
  rows.beginDetail(lines, line);
  rows.detail.number(d.unit_seq, unit);
  if (sectionLine >= 0) rows.mark(rows.detail, d.section, lines, sectionLine, at.section, 2);
  rows.mark(rows.detail, d.burden, lines, line, at.burden, 1);
  rows.code(rows.detail, d.code, lines, line, at.code, 9);
  if (at.quantity === 0) return;
  rows.quantity(lines, line, at.quantity);
  if (at.price > 0) rows.price(lines, line, at.price);
}

/** Points of the row, negative for a subtracting code; undefined where the row carries none. */
function signedPoints(
  lines: ReceiptLines,
  line: number,
  at: DetailPositions,
  rows: ReceiptRows,
): number | undefined {
  const points = rows.amount(integerAt(lines, line, at.points), lines, line);
  if (points === undefined || points <= 0) return points;
  return subtracted.has(integerAt(lines, line, at.code) ?? 0) ? -points : points;
}

/** 回数; where it is empty on a row with points: the sum of its days, at least 1. */
function readCount(
  lines: ReceiptLines,
  line: number,
  at: DetailPositions,
  points: number | undefined,
  days: number,
  rows: ReceiptRows,
): number | undefined {
  const count = rows.count(integerAt(lines, line, at.count), lines, line);
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

function burdenByte(lines: ReceiptLines, line: number, position: number): number {
  return isEmpty(lines, line, position) ? 0 : lines.buffer[fieldFrom(lines, line, position)]!;
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
    writer.text(
      s.disease_text,
      rows.text.decode(lines.buffer.subarray(from, fieldTo(lines, line, sy.text[0]))),
    );
  }
  writer.endRow();
}
