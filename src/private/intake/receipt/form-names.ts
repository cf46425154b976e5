import type { Text } from '#shared/text.ts';
import type { ReceiptKind } from './kinds.ts';

/** Who wrote a receipt down: `claim` a provider (IR, UK, YK, HM … GO), `insurer` the review body for the insurer. */
export type WrittenBy = 'claim' | 'insurer';

/** Forms of a receipt file by what is in it. */
export const receiptForms = {
  'insurer-medical': { ja: '医科レセプト', en: 'medical receipts' },
  'insurer-dpc': { ja: 'DPCレセプト', en: 'DPC receipts' },
  'insurer-dental': { ja: '歯科レセプト', en: 'dental receipts' },
  'insurer-pharmacy': { ja: '調剤レセプト', en: 'pharmacy receipts' },
  'insurer-nursing': { ja: '訪問看護レセプト', en: 'home-nursing receipts' },
  'claim-medical': { ja: '医科レセプト（請求ファイル）', en: 'medical receipts (claim file)' },
  'claim-dpc': { ja: 'DPCレセプト（請求ファイル）', en: 'DPC receipts (claim file)' },
  'claim-dental': { ja: '歯科レセプト（請求ファイル）', en: 'dental receipts (claim file)' },
  'claim-pharmacy': { ja: '調剤レセプト（請求ファイル）', en: 'pharmacy receipts (claim file)' },
  'claim-nursing': { ja: '訪問看護レセプト（請求ファイル）', en: 'home-nursing receipts (claim file)' },
  mixed: { ja: 'レセプト（種類の混ざったファイル）', en: 'receipts (files of several kinds)' },
} as const satisfies Record<`${WrittenBy}-${ReceiptKind}` | 'mixed', Text>;

export type ReceiptFormName = keyof typeof receiptForms;
