import { closeSync, openSync, readSync } from 'node:fs';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import {
  detail,
  diagnosis,
  institution,
  publicPayer,
  receipt,
  unknownRecord,
} from '#pipelines/sources/receipt/tables.ts';
import type { Month } from '#shared/month.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import { openRowWriter } from '../../warehouse.ts';
import { createMyNumberScan, harmlessNote } from '../my-number.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { emptyFile, unknownKind } from '../refusals.ts';
import { harmlessIdentifiers, type ReceiptForm, readableForm, receiptForms } from './forms.ts';
import { watchFields } from './free-text.ts';
import { createIdentify } from './identity.ts';
import { collectInstitutionNames } from './institution-names.ts';
import { createParts } from './parts.ts';
import { createProcess, type ProcessedReceipt } from './process.ts';
import { formNotRead, otherInsurersFile } from './refusals.ts';
import { createReceiptRows, type Note } from './rows.ts';
import { scanReceipts } from './scan.ts';
import { type Sniffed, sniffReceipts } from './sniff.ts';
import { createUnknownTally } from './tally.ts';
import { cp932Text, type TextCode, textCodeOf } from './text.ts';
import { dateText } from './values.ts';
import { writeProgrammes, writeReceipt } from './write.ts';

const q = columnPositions(quarantine);
const f = columnPositions(finding);
const headBytes = 64 << 10;

/**
 * Reads one receipt file of the insurer form (医科 11_RECODEINFO_MED, 調剤 14_RECODEINFO_PHA) into the scratch file.
 * Both may be joined in one file. A receipt that cannot be read goes to `raw.quarantine` with its points and yen; the rest goes on.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_OTHER_INSURER (most receipts are
 * another insurer's), INTAKE_MY_NUMBER, INTAKE_CONTRACT
 */
export async function readReceipts(path: string, context: ReaderContext): Promise<ReaderResult> {
  const { fileId, fileName, scratch } = context;
  const sniffed = sniffFile(path, fileName);
  const form = formOf(sniffed, fileName);
  const { text } = sniffed;
  const open = async (table: Parameters<typeof openRowWriter>[1]) => openRowWriter(scratch, table, 'raw');
  const writers = {
    receipt: await open(receipt),
    public_payer: await open(publicPayer),
    diagnosis: await open(diagnosis),
    detail: await open(detail),
    unknown_record: await open(unknownRecord),
    institution: await open(institution),
    quarantine: await open(quarantine),
    finding: await open(finding),
  };
  const unknown = createUnknownTally();
  const note: Note = (code, line, expected, found) =>
    writeFinding(writers.finding, fileId, current.rows.sequence, code, line, expected, found);
  const expected = { insurerNumber: context.insurerNumber, thisMonth: firstDay(context.thisMonth) };
  const parts = createParts(form, (kind) => {
    const { detail, diagnosis, unknown_record } = writers;
    const rows = createReceiptRows(
      fileId,
      kind,
      { detail, diagnosis, unknown: unknown_record },
      note,
      unknown.add,
      text,
    );
    return {
      form: kind,
      rows,
      process: createProcess(kind, expected, rows, note),
      identify: createIdentify(context.indexKey, context.insurerNumber, kind, text),
      institutions: collectInstitutionNames(kind, text),
    };
  });
  let current = parts.main;
  const numbers = createMyNumberScan(fileName, harmlessIdentifiers);
  const watch = {
    freeText:
      text === cp932Text
        ? numbers.bytes
        : (bytes: Uint8Array, from: number, to: number, line: number) =>
            numbers.text(text.decode(bytes.subarray(from, to)), line),
    identifier: numbers.column,
    broken: (line: number) => note('broken_text', line),
  };
  const months = new Map<number, number>();
  const sums = { points: 0, yen: 0, foreign: 0 };

  const scanned = scanReceipts({
    path,
    fileName,
    prefix: sniffed.prefix,
    positions: form.positions,
    onBytes: context.onProgress,
    onReceipt(lines) {
      current = parts.of(lines);
      const { rows } = current;
      const processed = current.process(lines);
      watchFields(lines, current.form, watch, text);
      sums.points += processed.points;
      sums.yen += processed.points * 10 + processed.mealYen;
      const month = processed.head.processingMonth;
      if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
      if (processed.reason !== undefined) {
        if (processed.reason === 'other_insurer') sums.foreign++;
        writeQuarantine(writers.quarantine, fileId, rows.sequence, processed, processed.reason);
        return;
      }
      const keys = current.identify(lines, processed.head);
      if (!keys) note('identity_incomplete', lines.line[0]!);
      writeReceipt(writers.receipt, rows, processed, current.form, keys);
      writeProgrammes(writers.public_payer, rows, lines, processed.head, current.form);
      current.institutions.see(lines, processed.head);
    },
  });
  for (const { institutions } of parts.all()) institutions.write(writers.institution, fileId);

  const receipts = current.rows.sequence;
  if (sums.foreign * 2 > receipts) throw otherInsurersFile(fileName, sums.foreign, receipts);
  for (const { line, count } of unknown.entries()) {
    writeFinding(writers.finding, fileId, undefined, 'unknown_record', line, undefined, count);
  }
  if (scanned.openEnd) writeFinding(writers.finding, fileId, receipts, 'no_final_line_end', scanned.lines);
  const harmless = [...numbers.harmlessHits.values()].reduce((sum, count) => sum + count, 0);
  const month = mostFrequent(months);
  return {
    form: sniffed.form,
    records: scanned.records,
    receipts,
    points: sums.points,
    yen: sums.yen,
    ...(month === undefined ? {} : { processingMonth: dateText(month).slice(0, 7) as Month }),
    rows: Object.fromEntries(Object.entries(writers).map(([name, writer]) => [name, writer.finish()])),
    notes: harmless === 0 ? [] : [harmlessNote(fileName, harmless)],
  };
}

/** Looks at the beginning of a file. @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY */
export function sniffFile(path: string, fileName: string): Sniffed & { readonly text: TextCode } {
  const head = Buffer.allocUnsafe(headBytes);
  const file = openSync(path, 'r');
  try {
    const start = head.subarray(0, readSync(file, head, 0, headBytes, 0));
    if (!start.some((byte) => byte > 0x20)) throw emptyFile(fileName);
    const sniffed = sniffReceipts(start);
    if (!sniffed) throw unknownKind(fileName);
    return { ...sniffed, text: textCodeOf(start) };
  } finally {
    closeSync(file);
  }
}

/** The form to read by. @throws {UserError} INTAKE_UNKNOWN_KIND for a form that is recognised but not read. */
export function formOf(sniffed: Sniffed, fileName: string): ReceiptForm {
  const form = readableForm(sniffed.form);
  if (!form) throw formNotRead(fileName, receiptForms[sniffed.form]);
  return form;
}

/** Days since 1970-01-01 of the first of a month. */
export function firstDay(month: Month): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
}

function writeQuarantine(
  writer: RowWriter,
  fileId: number,
  sequence: number,
  { lines, points, mealYen }: ProcessedReceipt,
  reason: string,
): void {
  writer.number(q.file_id, fileId);
  writer.number(q.position, sequence);
  writer.number(q.line, lines.line[0]!);
  writer.number(q.line_end, lines.line[lines.count - 1]!);
  writer.text(q.reason, reason);
  writer.number(q.records, lines.count);
  writer.number(q.receipts, 1);
  writer.number(q.points, points);
  writer.number(q.yen, points * 10 + mealYen);
  writer.number(q.byte_from, lines.byteFrom);
  writer.number(q.byte_to, lines.byteTo);
  writer.endRow();
}

function writeFinding(
  writer: RowWriter,
  fileId: number,
  sequence: number | undefined,
  code: string,
  line: number,
  expected?: number,
  found?: number,
): void {
  writer.number(f.file_id, fileId);
  if (sequence !== undefined) writer.number(f.position, sequence);
  writer.number(f.line, line);
  writer.text(f.code, code);
  if (expected !== undefined) writer.number(f.expected, expected);
  if (found !== undefined) writer.number(f.found, found);
  writer.endRow();
}

function mostFrequent(months: ReadonlyMap<number, number>): number | undefined {
  return [...months].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0];
}
