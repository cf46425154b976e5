import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import type { RowWriter } from '../../warehouse/columns.ts';
import { countMyNumbers, countMyNumbersInBytes } from '../my-number.ts';
import { formOfLines, holdsReceipt, isKnown } from './file-form.ts';
import { closeVolumes, totalsOf } from './file-totals.ts';
import type { WrittenBy } from './form-names.ts';
import { allForms, harmlessIdentifiers } from './forms.ts';
import { watchFields } from './free-text.ts';
import type { Opening } from './head.ts';
import { identifierText, JY } from './identifiers.ts';
import type { ReceiptInspection } from './inspection.ts';
import { kindOfLines } from './kind-of.ts';
import { kindNames, type ReceiptKind, receiptKinds } from './kinds.ts';
import { lineEnd, lineStart, type ReceiptLines } from './lines.ts';
import { createProcess, type ProcessReceipt } from './process.ts';
import { createReceiptRows, type FindingCode } from './rows.ts';
import { createAmounts, createCounts, createFindings } from './tallies.ts';
import { cp932Text, createTextChoice, utf8Text } from './text.ts';
import { createTotals, type Mismatch } from './totals.ts';
import { codeAt, dateText } from './values.ts';

const nowhere: RowWriter = {
  number: () => {},
  ascii: () => true,
  text: () => {},
  endRow: () => {},
  finish: () => 0,
};

const actionAt = commonRecords.JY.fields.action[0];
/** 補正区分 */
const corrections: Readonly<Record<string, 'insert' | 'replace' | 'delete'>> = {
  1: 'insert',
  2: 'replace',
  3: 'delete',
};
const listed = 10_000;

/** A sink that counts what receipt files hold, whatever kinds and forms are in them. */
export function createSurvey(thisMonth: number) {
  const findings = createFindings();
  const records = createCounts();
  const unknownRecords = createCounts();
  const quarantined = createCounts();
  const kinds = new Set<ReceiptKind>();
  const forms = new Set<WrittenBy>();
  const encodings = new Set<'cp932' | 'utf-8'>();
  const months = new Set<number>();
  const mismatches: (Mismatch & { member?: number })[] = [];
  const corrected = { replace: 0, delete: 0, insert: 0 };
  const sums = { lines: 0, receipts: 0, claims: 0, unknownCodes: 0, mealYen: 0 };
  const [declared, computed, claimed] = [createAmounts(), createAmounts(), createAmounts()];
  let member: number | undefined;
  let before: ReceiptKind | undefined;
  let formBefore: WrittenBy = 'claim';
  let opening: Opening | undefined;
  let textOf = createTextChoice();
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
    // An unknown record is counted by `countLines`.
    const note = (code: string, line: number) => findings.add(code, line);
    const writers = { detail: nowhere, diagnosis: nowhere, coding: nowhere, unknown: nowhere };
    const rows = createReceiptRows(0, allForms[kind], writers, note, () => {});
    const made = createProcess(allForms[kind], { insurerNumber: undefined, thisMonth }, rows, true);
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
    const bytes = lines.buffer.subarray(lineStart(lines, 0), lineEnd(lines, lines.count - 1));
    const text = textOf(bytes);
    const utf8 = text === utf8Text;
    if (text) encodings.add(utf8 ? 'utf-8' : 'cp932');
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
    watchFields(lines, allForms[kind], found, text ?? cp932Text);
  }

  function addReceipt(lines: ReceiptLines, kind: ReceiptKind, form: WrittenBy): void {
    const processed = processOf(kind)(lines, form === 'claim' ? opening : undefined);
    const { head, points, kindYen, mealYen, reason } = processed;
    opening = { institution: head.institution, claimMonth: head.claimMonth };
    const one = totalsOf({ ...processed, computed: processed.computed ?? 0 }, form);
    totals.add(one);
    kinds.add(kind);
    const { inYen } = allForms[kind];
    sums.receipts++;
    sums.claims += one.claims;
    sums.mealYen += mealYen;
    declared.add(inYen ? kindYen : points, inYen);
    computed.add(one.computed ?? 0, inYen);
    claimed.add(head.claimed || 0, inYen);
    if (head.serviceMonth !== undefined && !Number.isNaN(head.serviceMonth)) months.add(head.serviceMonth);
    if (reason !== undefined) quarantined.add(reason);
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
    if (closeVolumes(lines, totals)) opening = undefined;
  }

  return {
    numbersThrough: false,
    beginFile(position: number | undefined): void {
      member = position;
      before = undefined;
      formBefore = 'claim';
      opening = undefined;
      textOf = createTextChoice();
    },
    take: addLines,
    endFile(openEnd: number | undefined): void {
      totals.end();
      if (openEnd !== undefined) findings.add('no_final_line_end', openEnd);
    },
    note: (code: FindingCode, line: number): void => findings.add(code, line),
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
