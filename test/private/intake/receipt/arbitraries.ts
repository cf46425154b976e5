import fc from 'fast-check';
import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';
import { bodyOf, bundleOf, canaries, lastRow, sum } from './bodies.ts';
import { record } from './record.ts';

const at = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const points = fc.integer({ min: 1, max: 9000 });
const times = fc.integer({ min: 1, max: 31 });

/** Rows that share one price; the points stand on the last one. */
const unit = fc.record({
  section: at('', '', '11', '21', '60', '97'),
  comment: fc.boolean(),
  rows: fc.array(at('SI', 'IY', 'TO'), { minLength: 1, maxLength: 4 }),
  points,
  times,
  reduction: at(false, false, false, true),
  publicOnly: at(false, false, true),
});
export type Unit = typeof unit extends fc.Arbitrary<infer T> ? T : never;

/** One receipt of one kind, as somebody might bill it; `writeReceipt` makes lines of it. */
export const receipt = fc.record({
  kind: at<ReceiptKind>('medical', 'medical', 'dpc', 'dental', 'pharmacy', 'nursing'),
  month: at('202604', '50804', '202603', '50712', '202511'),
  programmes: at(0, 0, 1, 2, 4),
  insured: fc.boolean(),
  units: fc.array(unit, { maxLength: 4 }),
  /** Drugs of a pharmacy: fee of each, points of one, days. */
  dispensed: fc.array(fc.tuple(points, fc.integer({ min: 1, max: 500 }), times), { maxLength: 3 }),
  bundle: fc.integer({ min: -500, max: 90_000 }),
  /** Details of a DPC cover: billed as DPC and as medical; none: no cover. */
  details: at(0, 0, 0, 1, 3),
  meals: fc.integer({ min: 0, max: 90 }),
  /** The row a correction may touch, and what the review body makes of it. */
  last: points,
  correction: at('none', 'none', 'none', 'replace', 'delete', 'insert'),
  corrected: points,
  unknown: at(0, 0, 0, 1, 2),
  text: at<string>('', canaries.text, 'ﾋﾐﾂ', '表能ソ'),
  length: at('defined', 'shorter', 'longer'),
});
export type ReceiptSpec = typeof receipt extends fc.Arbitrary<infer T> ? T : never;

/** A receipt in lines, without leading columns, and the right answer about it. */
export type WrittenReceipt = {
  readonly kind: ReceiptKind;
  /** A cover and its details are one receipt in several groups of lines, each from its RE on. */
  readonly groups: readonly (readonly string[])[];
  /** The line of the first group with its total, the same for any total, and the row that may be corrected. */
  readonly total: number;
  readonly totalLine: (amount: number) => string;
  readonly lastLine: (amount: number) => string;
  readonly isCover: boolean;
  /** As filed: points, yen where the kind is billed in yen, and meals apart. */
  readonly amount: number;
  readonly mealYen: number;
  readonly claims: number;
  /** Has an insurer record: names the insured person. */
  readonly insured: boolean;
};

const yen = new Set<ReceiptKind>(['nursing']);
export const isInYen = (kind: ReceiptKind) => yen.has(kind);

/** @param search 検索番号, written into the common record where given */
export function writeReceipt(
  spec: ReceiptSpec,
  number: number,
  insurer: string,
  search = '',
): WrittenReceipt {
  const { kind } = spec;
  const insured = spec.insured || spec.programmes === 0;
  const rows = bodyOf(spec, insured);
  const lastLine = (amount: number) => lastRow(kind, amount);
  const mealYen = kind === 'pharmacy' || kind === 'nursing' || !insured ? 0 : spec.meals * 690;
  const totalLine = (value: number, meals = mealYen) =>
    insured ? insurerRecord(kind, insurer, value, spec.meals, meals) : programmeRecord(kind, value);
  const withCover = kind === 'dpc' && spec.details > 0;
  const details = withCover
    ? Array.from({ length: spec.details + 1 }, (_, index) => detailOf(spec, number, search, index, totalLine))
    : [];
  const amount = withCover ? sum(details.map((one) => one.amount)) : rows.amount + spec.last;
  const programmes = Array.from({ length: spec.programmes }, (_, index) =>
    programmeRecord(kind, index === 0 && !insured ? amount : Math.min(amount, 40)),
  );
  const head = [
    commonRecord(spec, number, search, withCover ? 1 : 0),
    ...(insured ? [totalLine(amount)] : []),
    ...programmes,
  ];
  const unknown = Array.from({ length: spec.unknown }, () => `ZZ,1,${spec.text}`);
  const body = withCover ? unknown : [...rows.lines, ...unknown, lastLine(spec.last)];
  return {
    kind,
    groups: [[...head, ...body], ...details.map(({ lines }) => lines)].map((lines) =>
      lines.map(shaped(spec)),
    ),
    total: 1,
    totalLine,
    lastLine,
    isCover: withCover,
    amount,
    mealYen,
    claims: (insured ? 1 : 0) + spec.programmes,
    insured,
  };
}

function shaped({ length }: ReceiptSpec): (line: string) => string {
  if (length === 'shorter') return (line) => line.replace(/,+$/, '');
  return length === 'longer' ? (line) => `${line},,x` : (line) => line;
}

const person = { 5: canaries.name, 6: 1, 7: canaries.birth };

function commonRecord(spec: ReceiptSpec, number: number, search: string, cover: number): string {
  const { kind, month } = spec;
  const lastDigit = spec.meals > 0 && (kind === 'medical' || kind === 'dental') ? 1 : kind === 'dpc' ? 1 : 2;
  const digits = `${spec.insured || spec.programmes === 0 ? 1 : 2}${Math.max(1, spec.programmes)}${lastDigit}`;
  switch (kind) {
    case 'dpc': {
      const fields = { 2: number, 3: `1${digits}`, 4: month, ...person, 9: '20260401', 19: cover };
      return record(
        'RE',
        { ...fields, 20: cover === 1 ? spec.details + 1 : '', 21: search, 29: canaries.kana },
        30,
      );
    }
    case 'dental':
      return record(
        'RE',
        { 2: number, 3: `3${digits}`, 4: month, ...person, 20: search, 26: canaries.kana },
        27,
      );
    case 'pharmacy': {
      const prescriber = { 10: 13, 11: 1, 12: '1234567' };
      const fields = { 2: number, 3: `4${digits}`, 4: month, ...person, ...prescriber };
      return record('RE', { ...fields, 38: search, 42: canaries.kana }, 42);
    }
    case 'nursing': {
      const fields = { 2: number, 3: `6${digits}`, 4: month, 5: canaries.name, 6: canaries.kana };
      return record('RE', { ...fields, 7: 1, 8: canaries.birth, 15: search }, 15);
    }
    default:
      return record(
        'RE',
        { 2: number, 3: `1${digits}`, 4: month, ...person, 19: search, 37: canaries.kana },
        38,
      );
  }
}

const insurerPositions = { medical: 15, dpc: 16, dental: 14, pharmacy: 14, nursing: 9 } as const;
const programmePositions = { medical: 12, dpc: 13, dental: 10, pharmacy: 10, nursing: 7 } as const;

function insurerRecord(kind: ReceiptKind, insurer: string, amount: number, meals: number, mealYen: number) {
  const meal = kind === 'dental' ? { 7: meals, 8: mealYen } : { 8: meals, 9: mealYen };
  const fields = { 2: insurer, 3: canaries.symbol, 4: canaries.number, 5: 3, 6: amount };
  return record('HO', { ...fields, ...(mealYen > 0 ? meal : {}) }, insurerPositions[kind]);
}

function programmeRecord(kind: ReceiptKind, amount: number): string {
  return record('KO', { 2: '54136015', 3: '1234567', 5: 1, 6: amount }, programmePositions[kind]);
}

/** A detail of a cover: the last one is billed like a medical receipt, the others have a bundle. */
function detailOf(
  spec: ReceiptSpec,
  number: number,
  search: string,
  index: number,
  totalLine: (amount: number, mealYen: number) => string,
) {
  const medical = index === spec.details;
  const billed = medical
    ? { lines: [], amount: 0 }
    : { lines: bundleOf(spec), amount: Math.max(0, spec.bundle) };
  const amount = billed.amount + spec.last + index;
  const lines = [
    commonRecord(spec, number, search, medical ? 3 : 2),
    totalLine(amount, 0),
    ...billed.lines,
    lastRow('dpc', spec.last + index),
  ];
  return { lines, amount };
}
