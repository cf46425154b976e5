import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';
import type { ReceiptSpec, Unit } from './arbitraries.ts';
import { record } from './record.ts';

/** What must never be in a message: of the person, of the institution, of what somebody wrote. */
export const canaries = {
  name: 'カナリヤ　太郎',
  kana: 'カナリヤタロウ',
  symbol: '９７５３１',
  number: '８６４２０',
  birth: '19531109',
  text: 'ひみつの所見',
  station: 'みほん機関',
} as const;

/**
 * Any of them, and the numbers of the society and of the receipts, in a message. A birth date is none of these: where
 * damage shifts it into a field of points, it is a figure like any other.
 */
export const valuesOfPersons = /カナリヤ|ひみつ|みほん|９７５３１|８６４２０|06999991|13150805/;

/** The rows of a receipt but its last one, and what they add up to (yen of home nursing, else points). */
export function bodyOf(spec: ReceiptSpec, insured: boolean): { lines: string[]; amount: number } {
  if (spec.kind === 'pharmacy') return dispensing(spec);
  if (spec.kind === 'nursing') return visits(spec);
  const bundled =
    spec.kind === 'dpc' ? { lines: bundleOf(spec), amount: Math.max(0, spec.bundle) } : undefined;
  const diseases = bundled?.lines ?? [spec.kind === 'dental' ? teeth(spec) : disease(spec)];
  const units = writeUnits(spec, insured);
  const short = Math.max(0, -(units.amount + (bundled?.amount ?? 0)));
  return {
    lines: [...diseases, ...units.lines, ...(short > 0 ? [lastRow(spec.kind, short)] : [])],
    amount: units.amount + (bundled?.amount ?? 0) + short,
  };
}

const disease = ({ text }: ReceiptSpec) =>
  record('SY', { 2: text === '' ? '8830592' : '0000999', 3: '20260401', 4: 1, 6: text, 7: '01' }, 8);
const teeth = ({ text }: ReceiptSpec) =>
  record('HS', { 4: '101600', 5: text === '' ? '5210001' : '0000999', 7: text }, 13);

/** 包括; a negative month is written as an adjustment of two rows. */
export function bundleOf({ bundle, text }: ReceiptSpec): string[] {
  const month = { 2: '202604', 4: 1, 5: 1, 10: 93 };
  return [
    record('BU', { 2: '050130xx9900xx', 3: '20260401', 4: '20260420', 6: text }, 6),
    record('SB', { 2: '4289001', 5: 'I500', 6: '01' }, 8),
    record('SB', { 2: '8830592', 5: 'J310', 6: 11 }, 8),
    record('KK', { 4: 1 }, 14),
    record('GA', { 2: '202604', 4: '0000', 5: '050130xx9900xx' }, 7),
    record('HH', { 2: '202604', 3: 2, 4: 1, 5: 1, 6: 1, 7: 10, 8: 2, 9: 20 }, 9),
    record('GT', { ...month, 3: 2, 9: Math.abs(bundle) }, 12),
    ...(bundle < 0 ? [record('GT', { ...month, 3: 3, 9: bundle }, 12)] : []),
    record('CD', { 2: '20260402', 3: 21, 4: 1, 5: 1, 6: '610406079', 7: 3, 10: 1 }, 11),
  ];
}

function writeUnits(spec: ReceiptSpec, insured: boolean): { lines: string[]; amount: number } {
  const lines: string[] = [];
  let amount = 0;
  let section = '';
  for (const one of spec.units) {
    const dental = spec.kind === 'dental';
    section = one.section || section;
    const written = writeUnit(one, dental, spec.text);
    lines.push(...written);
    const counted = section !== '97' && !(insured && one.publicOnly);
    if (counted) amount += one.points * one.times * (one.reduction ? -1 : 1);
  }
  return { lines, amount };
}

function writeUnit(one: Unit, dental: boolean, text: string): string[] {
  const burden = one.publicOnly ? 5 : 1;
  let section = one.section;
  const opening = () => {
    const value = section;
    section = '';
    return value;
  };
  const comment = one.comment
    ? [record('CO', { 2: opening(), 3: burden, 4: '810000001', 5: text }, dental ? 11 : 5)]
    : [];
  const rows = one.rows.map((name, index) => {
    const last = index === one.rows.length - 1;
    const id = last && one.reduction ? 'IY' : dental && name === 'SI' ? 'SS' : name;
    const code = last && one.reduction ? '630010002' : codes[id];
    const points = last ? one.points : '';
    return detailRow(id, dental, { section: opening(), burden, code, points, times: one.times });
  });
  return [...comment, ...rows];
}

type Row = { section: string; burden: number; code: string; points: number | ''; times: number };
const codes = { SI: '160000310', IY: '610406079', TO: '710010000', SS: '313001810' } as const;
/** Position of points, and of the first day, by record; dental ones differ. */
const places = {
  medical: { SI: [6, 14, 44], IY: [6, 14, 44], TO: [6, 18, 48], SS: [6, 14, 44] },
  dental: { SI: [6, 8, 38], IY: [6, 9, 39], TO: [13, 15, 45], SS: [77, 79, 109] },
} as const;

function detailRow(id: keyof typeof codes, dental: boolean, row: Row): string {
  const [pointsAt, dayAt, positions] = places[dental ? 'dental' : 'medical'][id];
  const fields = { 2: row.section, 3: row.burden, 4: row.code, 5: id === 'SI' || id === 'SS' ? '' : '2.5' };
  return record(
    id,
    { ...fields, [pointsAt]: row.points, [pointsAt + 1]: row.times, [dayAt]: row.times },
    positions,
  );
}

function dispensing({ dispensed, text }: ReceiptSpec): { lines: string[]; amount: number } {
  const parts = dispensed.map(([fee, each, days], index) => ({
    lines: [
      record('SH', { 2: `0${index + 1}`, 3: 1, 4: '013', 5: text, 6: each }, 10),
      record(
        'CZ',
        {
          2: 1,
          3: '20260401',
          4: '20260401',
          5: 1,
          6: days,
          7: 1,
          10: '412345678',
          11: fee,
          14: each * days,
          61: '413333333',
          62: 4,
        },
        71,
      ),
      record('IY', { 2: 1, 3: '610406079', 4: '1.5' }, 10),
      record('CO', { 2: '810000001', 3: text }, 3),
    ],
    amount: fee + each * days + 4,
  }));
  const whole = record('TK', { 2: '810000001', 3: text }, 3);
  return {
    lines: [...parts.flatMap(({ lines }) => lines), whole],
    amount: sum(parts.map((one) => one.amount)),
  };
}

function visits({ dispensed, text }: ReceiptSpec): { lines: string[]; amount: number } {
  const rows = dispensed.map(([yen, , day]) =>
    record(
      'KA',
      { 2: `202604${String(Math.min(day, 30)).padStart(2, '0')}`, 3: 1, 4: '510000110', 5: 1, 6: yen },
      9,
    ),
  );
  const lines = [record('SY', { 2: '0000999', 4: text }, 5), ...rows];
  return { lines, amount: sum(dispensed.map(([yen]) => yen)) };
}

/** The last row of a receipt: one more of what its kind bills. */
export function lastRow(kind: ReceiptKind, amount: number): string {
  if (kind === 'pharmacy') return record('KI', { 2: '20260401', 3: 1, 4: 1, 5: '410000110', 6: amount }, 114);
  if (kind === 'nursing') return record('KA', { 2: '20260401', 3: 1, 4: '510000210', 5: 1, 6: amount }, 9);
  const dental = kind === 'dental';
  const row = { section: '60', burden: 1, code: codes[dental ? 'SS' : 'SI'], points: amount, times: 1 };
  return detailRow(dental ? 'SS' : 'SI', dental, row);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
