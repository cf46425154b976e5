import { basename } from 'node:path';
import { type Month, monthOf } from '#shared/month.ts';
import type { RowWriter } from '../../warehouse/columns.ts';
import type { InspectedFinding, Inspection } from '../inspection.ts';
import { countMyNumbers, countMyNumbersInBytes } from '../my-number.ts';
import { harmlessIdentifiers, readableForm } from './forms.ts';
import { watchFields } from './free-text.ts';
import { identifierText } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { createProcess, type ProcessedReceipt } from './process.ts';
import { firstDay, sniffFile } from './read.ts';
import { createReceiptRows } from './rows.ts';
import { scanReceipts } from './scan.ts';
import { dateText } from './values.ts';

const nowhere: RowWriter = {
  number: () => {},
  ascii: () => true,
  text: () => {},
  endRow: () => {},
  finish: () => 0,
};

/**
 * What a receipt file holds, in counts and sums only and without a home: no insurer number to compare with. Sums are
 * over all receipts, also those an ingest would set aside. Forms that are not yet read are counted by record.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT
 */
export async function inspectReceipts(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<Inspection> {
  const sniffed = sniffFile(path, name);
  const form = readableForm(sniffed.form);
  const findings = createFindings();
  const note = (code: string, line: number) => findings.add(code, line);
  const byRecord = new Map<string, number>();
  const sums = createSums();
  const rows = form
    ? createReceiptRows(0, form, { detail: nowhere, diagnosis: nowhere, unknown: nowhere }, note, (_, line) =>
        findings.add('unknown_record', line),
      )
    : undefined;
  const expected = { insurerNumber: undefined, thisMonth: firstDay(monthOf(now)) };
  const process = form && rows ? createProcess(form, expected, rows, note, true) : undefined;
  const scanned = scanReceipts({
    path,
    fileName: name,
    prefix: sniffed.prefix,
    positions: (id) => form?.positions(id),
    onReceipt(lines) {
      countRecords(lines, byRecord);
      if (!form || !process) return;
      watchFields(lines, form, {
        freeText: (bytes, from, to, line) =>
          findings.add('my_number', line, countMyNumbersInBytes(bytes, from, to)),
        identifier: (field, value, line) =>
          findings.add('my_number', line, harmlessIdentifiers.includes(field) ? 0 : countMyNumbers(value)),
        broken: (line) => findings.add('broken_text', line),
      });
      sums.add(process(lines));
    },
  });
  if (scanned.openEnd) findings.add('no_final_line_end', scanned.lines);
  if (!form) findings.add('form_not_read', 1);
  return {
    kind: 'receipt',
    form: sniffed.form,
    encoding: 'cp932',
    bytes: scanned.bytes,
    records: scanned.records,
    byRecord: Object.fromEntries([...byRecord].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(form ? sums.result() : {}),
    findings: findings.result(),
  };
}

function countRecords(lines: ReceiptLines, byRecord: Map<string, number>): void {
  for (let line = 0; line < lines.count; line++) {
    const id = identifierText(lines.id[line]!) ?? '??';
    byRecord.set(id, (byRecord.get(id) ?? 0) + 1);
  }
}

/** Findings by code, with the line of the first. */
function createFindings() {
  const found = new Map<string, { count: number; line: number }>();
  return {
    add(code: string, line: number, count = 1) {
      if (count === 0) return;
      const entry = found.get(code);
      if (entry) entry.count += count;
      else found.set(code, { count, line });
    },
    result: (): InspectedFinding[] => [...found].map(([code, entry]) => ({ code, ...entry })),
  };
}

function createSums() {
  const months = new Set<number>();
  const quarantined: Record<string, number> = {};
  const sum = {
    receipts: 0,
    declaredPoints: 0,
    decidedPoints: 0,
    computedPoints: 0,
    yen: 0,
    mealYen: 0,
    corrected: 0,
  };
  return {
    add({ head, points, mealYen, corrected, computedPoints, reason }: ProcessedReceipt) {
      sum.receipts++;
      sum.declaredPoints += head.claimedPoints || 0;
      sum.decidedPoints += points;
      sum.computedPoints += computedPoints ?? 0;
      sum.mealYen += mealYen;
      sum.yen += points * 10 + mealYen;
      if (corrected) sum.corrected++;
      if (head.serviceMonth !== undefined && !Number.isNaN(head.serviceMonth)) months.add(head.serviceMonth);
      if (reason !== undefined) quarantined[reason] = (quarantined[reason] ?? 0) + 1;
    },
    result: () => ({
      ...sum,
      months: [...months].sort((a, b) => a - b).map((month) => dateText(month).slice(0, 7) as Month),
      quarantined,
    }),
  };
}
