import { type RecordId, recordId } from './identifiers.ts';

/** Kinds of receipt, in the order of the tables of fees (点数表). */
export const receiptKinds = ['medical', 'dpc', 'dental', 'pharmacy', 'nursing'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** The table of fees as it is called in reports. */
export const kindNames: Readonly<Record<ReceiptKind, string>> = {
  medical: '医科',
  dpc: 'DPC',
  dental: '歯科',
  pharmacy: '調剤',
  nursing: '訪問看護',
};

/** Records that stand in one kind of receipt only. */
const telling: readonly (readonly [ReceiptKind, readonly string[]])[] = [
  ['dpc', ['BU', 'SB', 'KK', 'HH', 'GT', 'CD']],
  ['dental', ['UK', 'SS', 'HS']],
  ['pharmacy', ['YK', 'SH', 'CZ', 'KI']],
  ['nursing', ['HM', 'KA']],
];

/** Records a file or a receipt opens with. */
export const openers: readonly string[] = ['MN', 'IR', 'UK', 'YK', 'HM'];

const byTypeDigit: Readonly<Record<string, ReceiptKind>> = {
  1: 'medical',
  3: 'dental',
  4: 'pharmacy',
  6: 'nursing',
};

/** 点数表 of an institution record. */
const byPointsTable: Readonly<Record<string, ReceiptKind>> = { ...byTypeDigit, 2: 'dpc' };

/** Place in `receiptKinds`, from 1, of the kind a record tells; 0 for records of several kinds. */
const toldKind = new Uint8Array(65_536);
for (const [kind, ids] of telling)
  for (const id of ids) toldKind[recordId(id)] = receiptKinds.indexOf(kind) + 1;

/** The kind of receipt a record stands in, where it stands in one only. */
export function kindOfTellingRecord(id: RecordId): ReceiptKind | undefined {
  const told = toldKind[id]!;
  return told === 0 ? undefined : receiptKinds[told - 1];
}

/** Records that never stand in this kind of receipt. */
export function foreignTo(kind: ReceiptKind): Uint8Array {
  const own = receiptKinds.indexOf(kind) + 1;
  return toldKind.map((told) => (told !== 0 && told !== own ? 1 : 0));
}

/** By レセプト種別; undefined where it names none. */
export function kindOfType(type: string): ReceiptKind | undefined {
  return byTypeDigit[type.slice(0, 1)];
}

/** By 点数表 of the institution. */
export function kindOfPointsTable(table: string): ReceiptKind | undefined {
  return byPointsTable[table];
}

/** Whether a レセプト種別 is of a stay in hospital (入院): its last digit is odd; even and 0 are not. */
export function isInpatientType(type: string): boolean {
  return /^\d{3}[13579]$/.test(type);
}

/** Whether a text has the form of a 検索番号. */
export function isSearchNumber(text: string): boolean {
  return /^\d{17,30}$/.test(text);
}
