import { detail } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions } from '../../warehouse/columns.ts';
import { writeDisease } from './disease.ts';
import type { DetailPositions, ReceiptForm, UnitRows } from './form.ts';
import { CD, CO, GT, HS, IY, SB, SI, SS, SY, TI, TO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import type { ReceiptRows } from './rows.ts';
import { writeCoding } from './stay.ts';
import { fieldFrom, integerAt, isEmpty } from './values.ts';

const d = columnPositions(detail);

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

/** Points the rows of a receipt add up to, and those of them that are a bundle (包括). */
export type UnitPoints = { readonly total: number; readonly bundle: number };

/**
 * Writes diseases (SY, SB, HS), details and coding rows of a receipt whose rows form units (医科, DPC, 歯科), from place
 * `from` to `to` of the order, and returns the points they add up to: Σ 点数 × 回数 without 97, units paid by public
 * programmes alone only where there is no insurer record, and the bundle of a DPC receipt. The points stand on a unit's
 * last row. 診療識別 stands on the first row of a group and holds until the next. Of a DPC cover only comments are
 * written: its amounts stand in its details.
 */
export function readMedicalRows(
  lines: ReceiptLines,
  order: Int32Array,
  from: number,
  to: number,
  rows: ReceiptRows,
  units: UnitRows,
  diseases: ReceiptForm['diseases'],
  hasInsurer: boolean,
  isCover: boolean,
): UnitPoints {
  let total = 0;
  let bundle = 0;
  let unitOpen = false;
  let section = 0;
  let sectionLine = -1;
  let donor = false;
  for (let index = from; index < to; index++) {
    const line = order[index]!;
    const id = lines.id[line]!;
    if (id === TI) donor = true;
    if (donor || (isCover && hasAmount(id))) {
      rows.unknown(lines, line);
      continue;
    }
    const at = positionsOf(units, id);
    if (at !== undefined) {
      if (!isEmpty(lines, line, at.section)) {
        const next = integerAt(lines, line, at.section) ?? 0;
        if (next !== section && unitOpen) {
          rows.unit++;
          unitOpen = false;
        }
        section = next;
        sectionLine = line;
      }
      const points = id === CO ? undefined : signedPoints(lines, line, at, rows);
      const days = id === CO ? 0 : writeDays(lines, line, at.firstDay, rows);
      const count = id === CO ? undefined : readCount(lines, line, at, points, days, rows);
      writeDetail(lines, line, at, rows, sectionLine);
      if (points !== undefined) rows.detail.number(d.points, points);
      if (count !== undefined) rows.detail.number(d.count, count);
      rows.detail.endRow();
      unitOpen = true;
      if (points !== undefined) {
        rows.unit++;
        unitOpen = false;
        const counted = !hasInsurer || !publicOnlyBurdens.has(burdenByte(lines, line, at.burden));
        if (section !== mealSection && counted) total += points * (count ?? 1);
      }
    } else if (id === SY || id === SB || id === HS) {
      const disease = id === SY ? diseases.SY : id === SB ? diseases.SB : diseases.HS;
      if (disease) writeDisease(lines, line, disease, rows);
    } else if (id === CD) writeCoding(lines, line, rows);
    else if (id === GT && units.bundle !== undefined) {
      const points = rows.amount(integerAt(lines, line, units.bundle.points), lines, line) ?? 0;
      if (!hasInsurer || !publicOnlyBurdens.has(burdenByte(lines, line, units.bundle.burden)))
        bundle += points;
    } else if (!rows.isKnown(id)) rows.unknown(lines, line);
  }
  if (unitOpen) rows.unit++;
  return { total: total + bundle, bundle };
}

function hasAmount(id: number): boolean {
  return id === SI || id === IY || id === TO || id === GT;
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
  sectionLine: number,
): void {
  rows.beginDetail(lines, line);
  rows.detail.number(d.unit_seq, rows.unit);
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
  const { cuts } = lines;
  const last = Math.min(lines.fields[line]!, first + 30);
  const before = lines.first[line]! - 1;
  let mask = 0;
  let sum = 0;
  for (let position = first; position <= last; position++) {
    if (cuts[before + position + 1]! - cuts[before + position]! === 1) continue;
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
