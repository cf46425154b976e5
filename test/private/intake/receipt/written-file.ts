import fc from 'fast-check';
import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';
import { type Answer, addCounts, type Counts, countsOf, decided } from './answer.ts';
import { receipt, type WrittenReceipt, writeReceipt } from './arbitraries.ts';
import { canaries, sum } from './bodies.ts';
import { cp932, ourInsurer, record } from './record.ts';

/** A file, as a provider files it or as the review body hands it over (`cut`: by a tool, without leading columns). */
const file = fc.record({
  receipts: fc.array(receipt, { minLength: 1, maxLength: 4 }),
  form: fc.constantFrom('claim', 'insurer', 'insurer', 'cut'),
  total: fc.boolean(),
  openers: fc.boolean(),
  managed: fc.boolean(),
  reviewed: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  mark: fc.constantFrom('\x1a', '', '\x1a\r\n'),
});
type FileSpec = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** What somebody delivers: files joined one after another. */
export const delivery = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: 3 }),
  utf8: fc.boolean(),
  marked: fc.boolean(),
});
export type Delivery = typeof delivery extends fc.Arbitrary<infer T> ? T : never;

export type WrittenFile = { readonly bytes: Buffer; readonly answer: Answer };

/** A search number (検索番号) processed in 2026-05. */
const searchNumber = (number: number) => `13150805${String(number).padStart(9, '0')}`;

/**
 * Writes the files of a delivery and the right answer; receipts are numbered from `first` on, so that deliveries with
 * other numbers hold other receipts.
 */
export function writeDelivery({ files, utf8, marked }: Delivery, first = 1): WrittenFile {
  let number = first;
  const written = files.map((spec) => {
    const one = writeFile(spec, number);
    number += spec.receipts.length;
    const text = one.lines.map((line) => line + spec.lineEnd).join('') + spec.mark;
    const bytes = utf8 ? Buffer.from(`${marked ? '\ufeff' : ''}${text}`) : cp932(text);
    return { bytes, answer: one.answer };
  });
  return {
    bytes: Buffer.concat(written.map(({ bytes }) => bytes)),
    answer: {
      ...addCounts(written.map(({ answer }) => answer)),
      lines: sum(written.map(({ answer }) => answer.lines)),
    },
  };
}

type Written = Counts & { readonly lines: readonly string[] };

function writeFile(spec: FileSpec, first: number): { lines: string[]; answer: Answer } {
  const { kind } = spec.receipts[0]!;
  const inSearch = spec.form !== 'claim' && !(spec.managed || spec.form === 'cut');
  const receipts = spec.receipts.map((one, index): Written => {
    const number = first + index;
    const own = spec.form === 'claim' ? { ...one, kind } : one;
    const written = writeReceipt(own, number, ourInsurer, inSearch ? searchNumber(number) : '');
    return spec.form === 'claim'
      ? {
          ...countsOf(written, own.unknown),
          lines: [...openerOfReceipt(spec, kind), ...written.groups.flat()],
        }
      : insured(spec, written, number, own);
  });
  const open = spec.form === 'claim' ? [openers[kind]] : [];
  const claims = sum(receipts.map((one) => one.claims));
  const filed = sum(receipts.map((one) => one.claimed));
  const close =
    spec.form === 'claim' && spec.total ? [record('GO', { 2: claims, 3: filed, 4: '99' }, 4)] : [];
  const lines = [...open, ...receipts.flatMap((one) => one.lines), ...close];
  return { lines, answer: { ...addCounts(receipts), lines: lines.length } };
}

const openers: Readonly<Record<ReceiptKind, string>> = {
  medical: record('IR', { 2: 1, 3: 13, 4: 1, 5: '1234567', 7: canaries.station, 8: '202605', 9: '00' }, 10),
  dpc: record('IR', { 2: 1, 3: 13, 4: 1, 5: '2234567', 7: canaries.station, 8: '202605', 9: '00' }, 10),
  dental: record('UK', { 2: 1, 3: 13, 4: 3, 5: '3234567', 7: canaries.station, 8: '202605', 10: '00' }, 10),
  pharmacy: record('YK', { 2: 1, 3: 13, 4: 4, 5: '7654321', 6: canaries.station, 7: '50805' }, 9),
  nursing: record('HM', { 2: 1, 3: 13, 4: 6, 5: '9234567', 6: canaries.station, 7: '202605' }, 7),
};
const dentalInstitution = record('IR', { 2: 1, 3: 13, 4: 3, 5: '3234567', 7: '202605' }, 9);

/** IR may stand before every receipt of a dental claim. */
function openerOfReceipt({ openers: repeated }: FileSpec, kind: ReceiptKind): string[] {
  return repeated && kind === 'dental' ? [dentalInstitution] : [];
}

/**
 * The receipt as the review body hands it over: MN and the institution before it, its corrections and notes after it,
 * three leading columns. The details of a cover may have both of their own.
 */
function insured(
  spec: FileSpec,
  written: WrittenReceipt,
  number: number,
  own: FileSpec['receipts'][number],
): Written {
  const opener = written.kind === 'dental' && spec.openers ? dentalInstitution : openers[written.kind];
  const isManaged = spec.managed || spec.form === 'cut';
  const mn = record(
    'MN',
    { 2: 910000000 + number, 3: '', [number % 2 === 0 ? 4 : 5]: searchNumber(number) },
    7,
  );
  const head = [...(isManaged ? [`2,1,0,${mn}`] : []), `1,2,0,${opener}`];
  const correction = spec.form === 'insurer' && !written.isCover ? own.correction : 'none';
  const groups = spec.openers ? written.groups : [written.groups.flat()];
  const lines = groups.flatMap((group, index) => {
    const filed = group.map((line, row) => `1,${row + 3},0,${line}`);
    const reviewed = index === 0 ? corrections(written, correction, own, group.length) : [];
    const notes = spec.reviewed ? [`2,900,0,${record('EX', { 9: 1 }, 13)}`, '2,901,0,RC,Ver00001x'] : [];
    return [...head, ...filed, ...reviewed, ...notes];
  });
  const counts = countsOf(written, own.unknown);
  return {
    ...counts,
    lines: spec.form === 'cut' ? lines.map((line) => line.replace(/^\d,\d+,\d,/, '')) : lines,
    ...decided(counts, written.kind, decidedAmount(written, correction, own)),
    corrected: correction === 'none' ? 0 : 1,
    corrections: {
      replace: correction === 'none' ? 0 : correction === 'replace' ? 2 : 1,
      delete: correction === 'delete' ? 1 : 0,
      insert: correction === 'insert' ? 1 : 0,
    },
  };
}

type Correction = FileSpec['receipts'][number]['correction'];
type Amounts = { readonly last: number; readonly corrected: number };

function decidedAmount(
  { amount }: WrittenReceipt,
  correction: Correction,
  { last, corrected }: Amounts,
): number {
  if (correction === 'replace') return amount - last + corrected;
  if (correction === 'delete') return amount - last;
  return correction === 'insert' ? amount + corrected : amount;
}

/** New rows, then JY: the last row of the receipt is replaced, deleted or joined by another; the total is replaced. */
function corrections(written: WrittenReceipt, correction: Correction, own: Amounts, rows: number): string[] {
  if (correction === 'none') return [];
  const total = written.total + 3;
  const last = rows + 2;
  const jy = (action: number, line: number, newLine: number | '', branch: number | '') =>
    record('JY', { 2: action, 3: line, 4: 0, 6: 'B', 7: newLine, 8: branch }, 9);
  const action = { insert: 1, replace: 2, delete: 3 }[correction];
  return [
    `2,${total},1,${written.totalLine(decidedAmount(written, correction, own))}`,
    ...(correction === 'delete' ? [] : [`2,${last},1,${written.lastLine(own.corrected)}`]),
    `2,${last + 1},0,${jy(2, total, total, 1)}`,
    `2,${last + 2},0,${correction === 'delete' ? jy(3, last, '', '') : jy(action, last, last, 1)}`,
  ];
}
