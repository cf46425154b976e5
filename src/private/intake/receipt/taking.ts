import { createMyNumberScan } from '../my-number.ts';
import { formOfLines, holdsReceipt } from './file-form.ts';
import { closeVolumes, totalsOf } from './file-totals.ts';
import type { ReceiptSink } from './files.ts';
import type { ReceiptFormName, WrittenBy } from './form-names.ts';
import { harmlessIdentifiers } from './forms.ts';
import { type FieldWatch, watchFields } from './free-text.ts';
import type { Opening } from './head.ts';
import { createIdentify } from './identity.ts';
import { collectInstitutionNames } from './institution-names.ts';
import { isTransferred } from './judge.ts';
import type { ReceiptLines } from './lines.ts';
import { lineEnd, lineStart } from './lines.ts';
import { createParts, type Part } from './parts.ts';
import { createProcess, type ProcessedReceipt, yenOf } from './process.ts';
import { writeChange, writeFinding, writeQuarantine } from './put-aside.ts';
import { createReceiptRows, type Note } from './rows.ts';
import type { ShareContext, TakenShare } from './share.ts';
import { createUnknownTally } from './tally.ts';
import { cp932Text, createTextChoice, type TextCode, utf8Text } from './text.ts';
import { createTotals } from './totals.ts';
import { writeProgrammes, writeReceipt } from './write.ts';
import type { ReceiptWriters } from './writers.ts';

/** Takes the receipts of one file (or of the files of one archive) into the scratch file, one after another. */
export type Taking = ReceiptSink & {
  /** What came in, when all is taken. */
  readonly share: () => TakenShare;
};

export function createTaking(writers: ReceiptWriters, context: ShareContext, thisMonth: number): Taking {
  const { fileId, fileName, insurerNumber, indexKey } = context;
  const expected = { insurerNumber, thisMonth };
  const unknown = createUnknownTally();
  const institutions = collectInstitutionNames();
  const textOf = createTextChoice();
  const numbers = createMyNumberScan(fileName, harmlessIdentifiers);
  const months = new Map<number, number>();
  const forms = new Set<ReceiptFormName>();
  const sums = { units: 0, receipts: 0, points: 0, yen: 0, foreign: 0 };
  let form: WrittenBy = 'claim';
  let opening: Opening | undefined;
  const note: Note = (code, line, wanted, found) =>
    writeFinding(writers.finding, fileId, sums.units, code, line, wanted, found);
  const totals = createTotals(({ receipt, declared, computed }) =>
    note('total_mismatch', receipt, declared, computed),
  );
  const partOf = createParts((kind): Part => {
    const { detail, diagnosis, coding, unknown_record } = writers;
    const rows = createReceiptRows(
      fileId,
      kind,
      { detail, diagnosis, coding, unknown: unknown_record },
      note,
      unknown.add,
    );
    return {
      form: kind,
      rows,
      process: createProcess(kind, expected, rows),
      identify: createIdentify(indexKey, insurerNumber, kind),
    };
  });

  const broken = (line: number) => note('broken_text', line);
  const watched = (text: TextCode): FieldWatch => ({
    freeText:
      text === cp932Text
        ? numbers.bytes
        : (bytes, from, to, line) => numbers.text(text.decode(bytes.subarray(from, to)), line),
    identifier: numbers.column,
    broken,
  });
  const watches = { cp932: watched(cp932Text), utf8: watched(utf8Text) };

  function keep(part: Part, processed: ProcessedReceipt, text: TextCode): void {
    const { lines, head } = processed;
    const keys = part.identify(lines, head, text);
    if (!keys) note('identity_incomplete', lines.line[0]!);
    writeReceipt(writers.receipt, part.rows, processed, form, keys);
    writeProgrammes(writers.public_payer, part.rows, lines, head, part.form);
    institutions.see(lines, head, text);
  }

  function putAside(part: Part, processed: ProcessedReceipt, reason: string): void {
    const transferred = reason === 'other_insurer' && isTransferred(processed.head, expected);
    if (reason === 'returned') writeChange(writers.receipt_change, fileId, processed, 'returned');
    if (transferred) writeChange(writers.receipt_change, fileId, processed, 'transferred');
    if (reason === 'other_insurer' && !transferred) sums.foreign++;
    writeQuarantine(writers.quarantine, fileId, part.rows.sequence, processed.lines, reason, processed);
  }

  function takeReceipt(lines: ReceiptLines, part: Part, text: TextCode): void {
    const processed = part.process(lines, form === 'claim' ? opening : undefined);
    const { head, reason } = processed;
    forms.add(`${form}-${part.form.kind}`);
    opening = { institution: head.institution, claimMonth: head.claimMonth };
    watchFields(lines, part.form, text === utf8Text ? watches.utf8 : watches.cp932, text);
    totals.add(totalsOf(processed, form));
    sums.receipts++;
    sums.points += processed.points;
    sums.yen += yenOf(processed);
    const month = head.processingMonth;
    if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
    if (reason === undefined) keep(part, processed, text);
    else putAside(part, processed, reason);
  }

  return {
    numbersThrough: true,
    note,
    take(lines) {
      const part = partOf(lines);
      sums.units = part.rows.sequence;
      form = formOfLines(lines, form);
      const bytes = lines.buffer.subarray(lineStart(lines, 0), lineEnd(lines, lines.count - 1));
      const text = textOf(bytes) ?? cp932Text;
      part.rows.text = text;
      if (holdsReceipt(lines, form)) takeReceipt(lines, part, text);
      else writeQuarantine(writers.quarantine, fileId, sums.units, lines, 'missing_common');
      if (closeVolumes(lines, totals)) opening = undefined;
    },
    beginFile() {
      opening = undefined;
      form = 'claim';
    },
    endFile(openEnd) {
      totals.end();
      if (openEnd !== undefined) note('no_final_line_end', openEnd);
    },
    share: () => ({
      ...sums,
      months,
      forms,
      unknown: unknown.seen,
      institutions: institutions.known(),
      numbers: numbers.counts,
    }),
  };
}
