import type { Text } from '#shared/text.ts';
import type { Correction } from './correct.ts';
import type { ReceiptForm } from './forms.ts';
import type { ReceiptHead } from './head.ts';

/** Why a receipt is set aside (隔離), in the order they are asked. */
export const receiptReasons = {
  missing_common: { ja: 'レセプト共通レコード（RE）がない', en: 'the common record (RE) is missing' },
  other_form: { ja: 'このファイルの種類と違うレセプト', en: 'a receipt of another kind than the file' },
  correction_unresolved: {
    ja: '補正（JY）の対象行または補正後の行が見つからない',
    en: 'a correction (JY) points at a row that is not there',
  },
  missing_search_number: { ja: '検索番号がない', en: 'the search number (検索番号) is missing' },
  unreadable_month: { ja: '診療（調剤）年月が読めない', en: 'the month of care cannot be read' },
  future_month: { ja: '診療（調剤）年月が未来', en: 'the month of care lies in the future' },
  unreadable_total: {
    ja: '合計点数がない、または読めない',
    en: 'the total of points is missing or unreadable',
  },
  other_insurer: { ja: 'ほかの保険者のレセプト', en: "another insurer's receipt" },
} as const satisfies Record<string, Text>;

export type ReceiptReason = keyof typeof receiptReasons;

export type Expected = {
  /** 保険者番号, 8 digits; undefined where nobody asks (inspection without a home). */
  readonly insurerNumber: string | undefined;
  /** First day of the current month, days since 1970-01-01. */
  readonly thisMonth: number;
};

/** The reason to set the receipt aside, or undefined where it can be loaded. */
export function judge(
  head: ReceiptHead,
  correction: Correction,
  form: ReceiptForm,
  expected: Expected,
): ReceiptReason | undefined {
  if (head.common < 0) return 'missing_common';
  if (head.foreign || (head.type !== '' && !head.type.startsWith(form.typeDigit))) return 'other_form';
  if (correction.state === 'unresolved') return 'correction_unresolved';
  if (head.searchNumber === '') return 'missing_search_number';
  if (head.serviceMonth === undefined || Number.isNaN(head.serviceMonth)) return 'unreadable_month';
  if (head.serviceMonth > expected.thisMonth) return 'future_month';
  if (!isAmount(head.decidedPoints) || !isAmount(head.mealYen ?? 0)) return 'unreadable_total';
  const foreign = head.insurerNumber !== '' && head.insurerNumber !== expected.insurerNumber;
  return foreign && expected.insurerNumber !== undefined ? 'other_insurer' : undefined;
}

function isAmount(value: number | undefined): boolean {
  return value !== undefined && value >= 0;
}
