import { publicPayer, receipt } from '#pipelines/sources/receipt/tables.ts';
import type { PersonKeys } from '../../vault/keys.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import type { ReceiptForm } from './forms.ts';
import type { ReceiptHead } from './head.ts';
import type { ReceiptLines } from './lines.ts';
import type { ProcessedReceipt } from './process.ts';
import { putDate, type ReceiptRows } from './rows.ts';
import { codeAt, integerAt } from './values.ts';

const r = columnPositions(receipt);
const p = columnPositions(publicPayer);

/** Writes the row of one receipt; its details and diseases are written already. */
export function writeReceipt(
  writer: RowWriter,
  rows: ReceiptRows,
  loaded: ProcessedReceipt,
  form: ReceiptForm,
  keys: PersonKeys | undefined,
): void {
  const { lines, head } = loaded;
  const put = (column: number, value: number | undefined) => {
    if (value !== undefined && !Number.isNaN(value)) writer.number(column, value);
  };
  const putText = (column: number, value: string | null | undefined) => {
    if (value) writer.text(column, value);
  };
  writer.number(r.file_id, rows.fileId);
  writer.number(r.receipt_seq, rows.sequence);
  writer.number(r.line, lines.line[0]!);
  writer.number(r.byte_from, lines.byteFrom);
  writer.number(r.byte_to, lines.byteTo);
  writer.number(r.records, lines.count);
  writer.text(r.search_number, head.searchNumber);
  writer.text(r.kind, form.kind);
  rows.mark(writer, r.receipt_type, lines, head.common, form.common.type, 4);
  put(r.service_month, head.serviceMonth);
  put(r.processing_month, head.processingMonth);
  putText(r.insurer_number, head.insurerNumber);
  putText(r.key_branch, keys?.branch);
  putText(r.key_name, keys?.name);
  putText(r.key_base, keys?.base);
  rows.mark(writer, r.sex, lines, head.common, form.common.sex, 1);
  if (head.institution >= 0) putText(r.institution, institutionKey(lines, head.institution, form));
  if (form.common.prescriber) putText(r.prescriber, joined(lines, head.common, form.common.prescriber));
  if (form.kind === 'medical') writer.number(r.inpatient, isInpatient(head.type) ? 1 : 0);
  else writer.number(r.inpatient, 0);
  if (form.common.admittedOn) putDate(writer, r.admitted_on, lines, head.common, form.common.admittedOn);
  writeTotals(writer, rows, loaded, form);
  writer.number(r.public_only, head.insurer < 0 ? 1 : 0);
  rows.mark(writer, r.special_notes, lines, head.common, form.common.specialNotes, 10);
  writer.number(r.corrected, loaded.corrected ? 1 : 0);
  writer.endRow();
}

function writeTotals(
  writer: RowWriter,
  rows: ReceiptRows,
  loaded: ProcessedReceipt,
  form: ReceiptForm,
): void {
  const { lines, head } = loaded;
  const totals = head.insurer >= 0 ? head.insurer : head.programmes[0]!;
  const positions = head.insurer >= 0 ? form.insurer : form.programme;
  const days = rows.count(integerAt(lines, totals, positions.days), lines, totals);
  const share = rows.amount(integerAt(lines, totals, positions.shareYen), lines, totals);
  const claimed = rows.amount(head.claimedPoints, lines, totals);
  if (days !== undefined) writer.number(r.days, days);
  if (claimed !== undefined) writer.number(r.claimed_points, claimed);
  writer.number(r.decided_points, loaded.points);
  if (loaded.computedPoints !== undefined) writer.number(r.computed_points, loaded.computedPoints);
  if (share !== undefined) writer.number(r.patient_share_yen, share);
  if (head.mealYen === undefined || form.insurer.mealCount === undefined) return;
  const meals = rows.count(integerAt(lines, totals, form.insurer.mealCount), lines, totals);
  if (meals !== undefined) writer.number(r.meal_count, meals);
  writer.number(r.meal_yen, head.mealYen);
}

/** Writes the public programmes (公費) of a receipt, by the first two digits of their payer number (法別番号). */
export function writeProgrammes(
  writer: RowWriter,
  rows: ReceiptRows,
  lines: ReceiptLines,
  head: ReceiptHead,
  form: ReceiptForm,
): void {
  head.programmes.forEach((line, index) => {
    const days = rows.count(integerAt(lines, line, form.programme.days), lines, line);
    const points = rows.amount(integerAt(lines, line, form.programme.points), lines, line);
    const share = rows.amount(integerAt(lines, line, form.programme.shareYen), lines, line);
    const payer = codeAt(lines, line, form.programme.payer);
    writer.number(p.file_id, rows.fileId);
    writer.number(p.receipt_seq, rows.sequence);
    writer.number(p.ordinal, index + 1);
    if (/^\d{2}/.test(payer)) writer.text(p.program, payer.slice(0, 2));
    if (days !== undefined) writer.number(p.days, days);
    if (points !== undefined) writer.number(p.points, points);
    if (share !== undefined) writer.number(p.share_yen, share);
    writer.endRow();
  });
}

/** Last digit of レセプト種別: odd is in hospital (入院), even and 0 is not. */
function isInpatient(type: string): boolean {
  return /^\d{3}[13579]$/.test(type);
}

/** 都道府県 2 + 点数表 1 + コード 7: the national key of an institution. */
export function institutionKey(lines: ReceiptLines, line: number, form: ReceiptForm): string | undefined {
  const { prefecture, pointsTable, code } = form.institution;
  return joined(lines, line, [prefecture, pointsTable, code]);
}

function joined(
  lines: ReceiptLines,
  line: number,
  [prefecture, table, code]: readonly [number, number, number],
): string | undefined {
  const key =
    codeAt(lines, line, prefecture).padStart(2, '0') +
    codeAt(lines, line, table) +
    codeAt(lines, line, code).padStart(7, '0');
  return /^\d{2}[0-9A-Z]\d{7}$/.test(key) ? key : undefined;
}
