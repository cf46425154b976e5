import type { ReceiptForm } from './form.ts';
import type { ReceiptHead } from './head.ts';
import { HO, KO } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { readMedicalRows } from './medical.ts';
import { coverOf } from './nest.ts';
import { readNursingRows } from './nursing.ts';
import { readPharmacyRows } from './pharmacy.ts';
import type { ReceiptRows } from './rows.ts';
import { integerAt } from './values.ts';

/** One detail of a DPC cover: the line of its common record, what it declares and what its rows add up to. */
export type DetailTotals = {
  readonly line: number;
  /** Undefined where the total is missing or unreadable. */
  readonly declared: number | undefined;
  readonly computed: number;
};

export type ReadTotals = {
  readonly computed: number | undefined;
  readonly bundle: number;
  readonly cover: number;
  readonly details: readonly DetailTotals[];
};

const noDetails: readonly DetailTotals[] = [];

/** Writes the rows of one receipt and adds them up: points, or yen where the kind is billed in yen. */
export function readRows(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
  form: ReceiptForm,
  head: ReceiptHead,
): ReadTotals {
  rows.unit = 1;
  rows.common = head.common;
  const cover = form.kind === 'dpc' ? coverOf(lines, head.common) : -1;
  if (head.details.length > 0 && cover === 1) return readNest(lines, order, length, rows, form, head.details);
  const { total, bundle } = readPart(lines, order, 0, length, rows, form, head.insurer >= 0, cover === 1);
  return { computed: total, bundle, cover, details: noDetails };
}

/** The rows of a cover's details; the cover itself has comments at most. */
function readNest(
  lines: ReceiptLines,
  order: Int32Array,
  length: number,
  rows: ReceiptRows,
  form: ReceiptForm,
  starts: readonly number[],
): ReadTotals {
  let [computed, bundle] = [0, 0];
  readPart(lines, order, 0, starts[0]!, rows, form, true, true);
  const details = starts.map((from, index) => {
    const to = starts[index + 1] ?? length;
    const { declared, hasInsurer } = declaredTotal(lines, order, from, to, form);
    const part = readPart(lines, order, from, to, rows, form, hasInsurer, false);
    computed += part.total;
    bundle += part.bundle;
    return { line: lines.line[order[from]!]!, declared, computed: part.total };
  });
  return { computed, bundle, cover: 1, details };
}

function readPart(
  lines: ReceiptLines,
  order: Int32Array,
  from: number,
  to: number,
  rows: ReceiptRows,
  form: ReceiptForm,
  hasInsurer: boolean,
  isCover: boolean,
): { readonly total: number; readonly bundle: number } {
  if (form.units)
    return readMedicalRows(lines, order, from, to, rows, form.units, form.diseases, hasInsurer, isCover);
  const total = form.inYen
    ? readNursingRows(lines, order, to, rows, form.diseases.SY)
    : readPharmacyRows(lines, order, to, rows);
  return { total, bundle: 0 };
}

/** The total of a detail: of its insurer record, else of its first public programme. */
function declaredTotal(
  lines: ReceiptLines,
  order: Int32Array,
  from: number,
  to: number,
  form: ReceiptForm,
): { readonly declared: number | undefined; readonly hasInsurer: boolean } {
  let programme = -1;
  for (let index = from; index < to; index++) {
    const line = order[index]!;
    if (lines.id[line] === HO)
      return { declared: whole(integerAt(lines, line, form.insurer.points)), hasInsurer: true };
    if (lines.id[line] === KO && programme < 0) programme = line;
  }
  const declared = programme < 0 ? undefined : whole(integerAt(lines, programme, form.programme.points));
  return { declared, hasInsurer: false };
}

function whole(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
