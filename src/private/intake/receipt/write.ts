import { crc32 } from 'node:zlib';
import { pharmacyRecords } from '#pipelines/sources/receipt/pharmacy.ts';
import { publicPayer, receipt } from '#pipelines/sources/receipt/tables.ts';
import type { PersonKeys } from '../../vault/keys.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import type { ReceiptForm } from './form.ts';
import type { WrittenBy } from './form-names.ts';
import type { ReceiptHead } from './head.ts';
import { CZ, GO } from './identifiers.ts';
import { isInpatientType } from './kinds.ts';
import { lineEnd, type ReceiptLines } from './lines.ts';
import { joinedKey } from './marks.ts';
import type { ProcessedReceipt } from './process.ts';
import type { ReceiptRows } from './rows.ts';
import { codeAt, dateAt, integerAt } from './values.ts';

const r = columnPositions(receipt);
const p = columnPositions(publicPayer);

/** Writes the row of one receipt; its details and diseases are written already. */
export function writeReceipt(
  writer: RowWriter,
  rows: ReceiptRows,
  loaded: ProcessedReceipt,
  writtenBy: WrittenBy,
  keys: PersonKeys | undefined,
): void {
  const { lines, head, form } = loaded;
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
  writer.text(r.identity, identityOf(head, keys));
  writer.number(r.content, contentOf(lines, head.common));
  putText(r.search_number, head.searchNumber);
  writer.text(r.kind, form.kind);
  writer.text(r.form, writtenBy);
  writer.text(r.source, 'electronic');
  rows.mark(writer, r.receipt_type, lines, head.common, form.common.type, 4);
  put(r.service_month, head.serviceMonth);
  put(r.processing_month, head.processingMonth);
  putText(r.insurer_number, head.insurerNumber);
  putText(r.key_branch, keys?.branch);
  putText(r.key_name, keys?.name);
  putText(r.key_base, keys?.base);
  rows.mark(writer, r.sex, lines, head.common, form.common.sex, 1);
  putText(r.institution, head.institution);
  if (form.common.prescriber) putText(r.prescriber, joinedKey(lines, head.common, form.common.prescriber));
  put(r.prescribed_on, prescribedOn(lines));
  if (form.common.department) rows.mark(writer, r.department, lines, head.common, form.common.department, 2);
  writer.number(r.inpatient, form.hasStays && isInpatientType(head.type) ? 1 : 0);
  const admittedOn = form.common.admittedOn && dateAt(lines, head.common, form.common.admittedOn);
  put(r.admitted_on, admittedOn || loaded.stay?.admittedOn);
  put(r.discharged_on, loaded.stay?.dischargedOn);
  putText(r.dpc_code, loaded.stay?.code);
  writeTotals(writer, rows, loaded);
  writer.number(r.public_only, head.insurer < 0 ? 1 : 0);
  rows.mark(writer, r.special_notes, lines, head.common, form.common.specialNotes, 10);
  writer.number(r.corrected, loaded.corrected ? 1 : 0);
  writer.endRow();
}

function writeTotals(writer: RowWriter, rows: ReceiptRows, loaded: ProcessedReceipt): void {
  const { lines, head, form } = loaded;
  const totals = head.insurer >= 0 ? head.insurer : head.programmes[0]!;
  const positions = head.insurer >= 0 ? form.insurer : form.programme;
  const put = (column: number, value: number | undefined) => {
    if (value !== undefined) writer.number(column, value);
  };
  put(r.days, rows.count(integerAt(lines, totals, positions.days), lines, totals));
  put(form.inYen ? r.claimed_yen : r.claimed_points, rows.amount(head.claimed, lines, totals));
  if (form.inYen) put(r.decided_yen, loaded.kindYen);
  else {
    put(r.decided_points, loaded.points);
    put(r.computed_points, loaded.computed);
  }
  if (form.kind === 'dpc') put(r.bundle_points, loaded.bundle);
  put(r.patient_share_yen, rows.amount(integerAt(lines, totals, positions.shareYen), lines, totals));
  if (head.mealYen === undefined || positions.mealCount === undefined) return;
  put(r.meal_count, rows.count(integerAt(lines, totals, positions.mealCount), lines, totals));
  put(r.meal_yen, head.mealYen);
  if (head.insurer >= 0 && form.insurer.mealShareYen)
    put(r.meal_share_yen, rows.amount(integerAt(lines, totals, form.insurer.mealShareYen), lines, totals));
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

/** The first day a prescription of a pharmacy receipt was written (処方月日); undefined where none says it. */
function prescribedOn(lines: ReceiptLines): number | undefined {
  let first: number | undefined;
  for (let line = 0; line < lines.count; line++) {
    if (lines.id[line] !== CZ) continue;
    const day = dateAt(lines, line, pharmacyRecords.CZ.fields.prescribedOn[0]);
    if (day !== undefined && !Number.isNaN(day) && (first === undefined || day < first)) first = day;
  }
  return first;
}

/** A second claim file of a month may use the numbers again: receipts of other persons are other receipts. */
function identityOf({ identity, searchNumber }: ReceiptHead, keys: PersonKeys | undefined): string {
  return searchNumber === '' ? `${identity}:${keys?.base.slice(0, 8) ?? ''}` : identity;
}

/** CRC-32 of the lines from the common record (RE) on, without GO, which is about the file. */
function contentOf(lines: ReceiptLines, common: number): number {
  let last = lines.count - 1;
  while (last > common && lines.id[last] === GO) last--;
  return crc32(lines.buffer.subarray(lines.cuts[lines.first[common]!]!, lineEnd(lines, last)));
}
