import { isAscii, isUtf8 } from 'node:buffer';
import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import type { RowWriter } from '../../warehouse/columns.ts';
import { countMyNumbers, countMyNumbersInBytes } from '../my-number.ts';
import { allForms, harmlessIdentifiers, readableForm } from './forms.ts';
import { watchFields } from './free-text.ts';
import { GO, identifierText, JY } from './identifiers.ts';
import type { ReceiptInspection } from './inspection.ts';
import { kindOfLines } from './kind-of.ts';
import { kindNames, type ReceiptKind, receiptKinds } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import { createProcess, type ProcessReceipt } from './process.ts';
import { createReceiptRows } from './rows.ts';
import { scanReceipts } from './scan.ts';
import { fewestPositions, formOfLines, holdsReceipt, isKnown, totalsOf } from './survey-lines.ts';
import { createAmounts, createCounts, createFindings } from './tallies.ts';
import { cp932Text, utf8Text } from './text.ts';
import { createTotals, type Mismatch } from './totals.ts';
import { codeAt, dateText, integerAt } from './values.ts';

const nowhere: RowWriter = {
  number: () => {},
  ascii: () => true,
  text: () => {},
  endRow: () => {},
  finish: () => 0,
};

const { claims: claimsAt, points: pointsAt } = commonRecords.GO.fields;
const actionAt = commonRecords.JY.fields.action[0];
/** 補正区分 */
const corrections: Readonly<Record<string, 'insert' | 'replace' | 'delete'>> = {
  1: 'insert',
  2: 'replace',
  3: 'delete',
};
const listed = 10_000;

/** Counts what receipt files hold, whatever kinds and forms are in them; the files are given one after another. */
export function createSurvey(thisMonth: number) {
  const findings = createFindings();
  const records = createCounts();
  const unknownRecords = createCounts();
  const quarantined = createCounts();
  const kinds = new Set<ReceiptKind>();
  const forms = new Set<'claim' | 'insurer'>();
  const encodings = new Set<'cp932' | 'utf-8'>();
  const months = new Set<number>();
  const mismatches: (Mismatch & { member?: number })[] = [];
  const corrected = { replace: 0, delete: 0, insert: 0 };
  const sums = { lines: 0, receipts: 0, claims: 0, unknownCodes: 0, mealYen: 0 };
  const [declared, computed, claimed] = [createAmounts(), createAmounts(), createAmounts()];
  let member: number | undefined;
  let before: ReceiptKind | undefined;
  let formBefore: 'claim' | 'insurer' = 'claim';
  const totals = createTotals((mismatch) => {
    findings.add('total_mismatch', mismatch.receipt);
    if (mismatches.length < listed) {
      mismatches.push(member === undefined ? mismatch : { ...mismatch, member });
    }
  });
  const processes = new Map<ReceiptKind, ProcessReceipt>();

  function processOf(kind: ReceiptKind): ProcessReceipt {
    const known = processes.get(kind);
    if (known) return known;
    // A total that differs is reported by `totals`, an unknown record by `countLines`.
    const note = (code: string, line: number) => {
      if (code !== 'total_mismatch') findings.add(code, line);
    };
    const writers = { detail: nowhere, diagnosis: nowhere, unknown: nowhere };
    const rows = createReceiptRows(0, allForms[kind], writers, note, () => {});
    const made = createProcess(allForms[kind], { insurerNumber: undefined, thisMonth }, rows, note, true);
    processes.set(kind, made);
    return made;
  }

  function countLines(lines: ReceiptLines, kind: ReceiptKind): void {
    const { codes } = allForms[kind];
    for (let line = 0; line < lines.count; line++) {
      const id = lines.id[line]!;
      const name = identifierText(id) ?? '??';
      records.add(name);
      sums.lines++;
      if (id === JY) {
        const action = corrections[codeAt(lines, line, actionAt)];
        if (action) corrected[action]++;
      } else if (!isKnown(id)) {
        unknownRecords.add(name);
        findings.add('unknown_record', lines.line[line]!);
      }
      for (const { position, form, required } of codes[id] ?? []) {
        const code = codeAt(lines, line, position);
        if ((code !== '' || required) && !form.test(code)) sums.unknownCodes++;
      }
    }
  }

  function watch(lines: ReceiptLines, kind: ReceiptKind): void {
    const from = lines.cuts[0]!;
    const bytes = lines.buffer.subarray(from, lines.cuts[lines.cutCount - 1]! - 1);
    const ascii = isAscii(bytes);
    const utf8 = !ascii && isUtf8(bytes);
    if (!ascii) encodings.add(utf8 ? 'utf-8' : 'cp932');
    const found = {
      freeText: (all: Uint8Array, start: number, end: number, line: number) =>
        findings.add(
          'my_number',
          line,
          utf8
            ? countMyNumbers(utf8Text.decode(all.subarray(start, end)))
            : countMyNumbersInBytes(all, start, end),
        ),
      identifier: (field: string, value: string, line: number) =>
        findings.add('my_number', line, harmlessIdentifiers.includes(field) ? 0 : countMyNumbers(value)),
      broken: (line: number) => findings.add('broken_text', line),
    };
    watchFields(lines, allForms[kind], found, utf8 ? utf8Text : cp932Text);
  }

  function addReceipt(lines: ReceiptLines, kind: ReceiptKind, form: 'claim' | 'insurer'): void {
    const processed = processOf(kind)(lines);
    const { head, points, mealYen, reason } = processed;
    const one = totalsOf(lines, kind, form, processed);
    kinds.add(kind);
    const yen = kind === 'nursing';
    computed.add(one.cover === 1 ? 0 : one.computed, yen);
    if (head.serviceMonth !== undefined && !Number.isNaN(head.serviceMonth)) months.add(head.serviceMonth);
    if (!totals.add(one)) return;
    sums.receipts++;
    sums.claims += one.claims;
    declared.add(points, yen);
    claimed.add(head.claimedPoints || 0, yen);
    sums.mealYen += mealYen;
    if (!readableForm(`${form}-${kind}`)) findings.add('form_not_read', one.line);
    else if (reason !== undefined) quarantined.add(reason);
  }

  function addLines(lines: ReceiptLines): void {
    const kind = kindOfLines(lines, before);
    before = kind;
    const form = formOfLines(lines, formBefore);
    formBefore = form;
    forms.add(form);
    countLines(lines, kind);
    watch(lines, kind);
    if (holdsReceipt(lines, form)) addReceipt(lines, kind, form);
    for (let line = 0; line < lines.count; line++) {
      if (lines.id[line] !== GO) continue;
      totals.closeVolume(
        lines.line[line]!,
        integerAt(lines, line, claimsAt[0]),
        integerAt(lines, line, pointsAt[0]),
      );
    }
  }

  return {
    /** Counts one file; `name` stands in messages. @throws {UserError} INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT */
    take(path: string | Uint8Array, name: string, position?: number): void {
      member = position;
      before = undefined;
      formBefore = 'claim';
      const scanned = scanReceipts({
        path,
        fileName: name,
        prefix: 'each',
        positions: fewestPositions,
        onReceipt: addLines,
      });
      totals.end();
      if (scanned.openEnd) findings.add('no_final_line_end', scanned.lines);
    },
    note: findings.add,
    result: (bytes: number): ReceiptInspection => ({
      kind: 'receipt',
      form: forms.size > 1 ? 'mixed' : ([...forms][0] ?? 'claim'),
      tables: receiptKinds.filter((kind) => kinds.has(kind)).map((kind) => kindNames[kind]),
      lines: sums.lines,
      records: records.result(),
      receipts: sums.receipts,
      claims: sums.claims,
      declared: declared.result(),
      computed: computed.result(),
      mismatches,
      corrections: corrected,
      unknownRecords: unknownRecords.result(),
      unknownCodes: sums.unknownCodes,
      months: [...months].sort((a, b) => a - b).map((month) => dateText(month).slice(0, 7)),
      encoding: encodings.size > 1 ? 'mixed' : ([...encodings][0] ?? 'cp932'),
      bytes,
      claimed: claimed.result(),
      yen: declared.yen() + sums.mealYen,
      mealYen: sums.mealYen,
      quarantined: quarantined.result(),
      findings: findings.result(),
    }),
  };
}
