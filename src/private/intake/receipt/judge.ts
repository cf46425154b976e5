import type { Text } from '#shared/text.ts';
import type { Correction } from './correct.ts';
import type { ReceiptForm } from './form.ts';
import type { ReceiptHead } from './head.ts';
import { kindOfPointsTable } from './kinds.ts';

/** Why a receipt is set aside (隔離), in the order they are asked. */
export const receiptReasons = {
  missing_common: { ja: 'レセプト共通レコード（RE）がない', en: 'the common record (RE) is missing' },
  other_form: {
    ja: 'レコード・レセプト種別・点数表が食い違うレセプト',
    en: 'records, receipt type and table of fees contradict each other',
  },
  returned: { ja: '返戻されたレセプト', en: 'a receipt sent back to its institution (返戻)' },
  correction_unresolved: {
    ja: '補正（JY）の対象行または補正後の行が見つからない',
    en: 'a correction (JY) points at a row that is not there',
  },
  missing_search_number: {
    ja: '検索番号がない（請求ファイルでは、医療機関・請求年月・番号がそろわない）',
    en: 'no search number (検索番号), and nothing that stands for it',
  },
  unreadable_month: { ja: '診療（調剤）年月が読めない', en: 'the month of care cannot be read' },
  future_month: { ja: '診療（調剤）年月が未来', en: 'the month of care lies in the future' },
  unreadable_total: {
    ja: '合計点数（訪問看護は金額）がない、または読めない',
    en: 'the total of points (of yen in home nursing) is missing or unreadable',
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
  if (head.foreign || !isOfForm(head, form)) return 'other_form';
  if (head.returned >= 0) return 'returned';
  if (correction.state === 'unresolved') return 'correction_unresolved';
  if (head.identity === '') return 'missing_search_number';
  if (head.serviceMonth === undefined || Number.isNaN(head.serviceMonth)) return 'unreadable_month';
  if (head.serviceMonth > expected.thisMonth) return 'future_month';
  if (!isAmount(head.decided) || !isAmount(head.mealYen ?? 0)) return 'unreadable_total';
  const foreign = head.insurerNumber !== '' && head.insurerNumber !== expected.insurerNumber;
  return foreign && expected.insurerNumber !== undefined ? 'other_insurer' : undefined;
}

/** Whether the review body moved (振替) a receipt filed to us to another insurer. */
export function isTransferred(head: ReceiptHead, expected: Expected): boolean {
  return head.filedInsurer === expected.insurerNumber && head.insurerNumber !== expected.insurerNumber;
}

/** レセプト種別 and 点数表 fit the kind; DPC is in hospital only (an odd last digit). */
function isOfForm({ type, institution }: ReceiptHead, form: ReceiptForm): boolean {
  if (type !== '' && !type.startsWith(form.typeDigit)) return false;
  if (form.kind === 'dpc' && /[02468]$/.test(type)) return false;
  const kind = institution === undefined ? undefined : kindOfPointsTable(institution.slice(2, 3));
  return kind === undefined || kind === form.kind || (isHospital(kind) && isHospital(form.kind));
}

function isHospital(kind: ReceiptForm['kind']): boolean {
  return kind === 'medical' || kind === 'dpc';
}

function isAmount(value: number | undefined): boolean {
  return value !== undefined && value >= 0;
}
