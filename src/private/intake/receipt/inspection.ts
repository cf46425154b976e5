import type { InspectedFinding } from '../inspection.ts';
import type { Mismatch } from './totals.ts';

/** Points (点); `yen` where home nursing, which is billed in yen, is among them. */
export type Amounts = { readonly points: number; readonly yen?: number };

/**
 * What receipt files hold, in counts and sums only: no value of a person, no name; a receipt is named by its line.
 * The details of a DPC cover (総括) are counted as records and rows, the cover as the receipt.
 */
export type ReceiptInspection = {
  readonly kind: 'receipt';
  /** `claim`: what a provider files (IR, UK, YK, HM … GO); `insurer`: what the review body hands over. */
  readonly form: 'claim' | 'insurer' | 'mixed';
  /** Tables of fees (点数表) that occur: 医科, DPC, 歯科, 調剤, 訪問看護. */
  readonly tables: readonly string[];
  /** Lines that hold a record: Σ `records`. */
  readonly lines: number;
  /** Lines by record identifier; `??` for lines without one. */
  readonly records: Readonly<Record<string, number>>;
  readonly receipts: number;
  /** Claims as GO counts them: one for the insurer and one for each public programme of a receipt. */
  readonly claims: number;
  /** Σ of the totals in the insurer record (first public programme where there is none), after corrections. */
  readonly declared: Amounts;
  /** Σ of what the rows add up to. */
  readonly computed: Amounts;
  /** The first ten thousand; `findings` has their number. */
  readonly mismatches: readonly (Mismatch & { readonly member?: number })[];
  /** Corrections (JY) of the review body by 補正区分. */
  readonly corrections: { readonly replace: number; readonly delete: number; readonly insert: number };
  readonly unknownRecords: Readonly<Record<string, number>>;
  /** Codes that belong to no master the record can refer to. */
  readonly unknownCodes: number;
  /** Months of care, as `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly encoding: 'cp932' | 'utf-8' | 'mixed';
  readonly bytes: number;
  /** Σ of the totals as first claimed (請求点数), before corrections. */
  readonly claimed: Amounts;
  /** Declared points × 10, home nursing, and meals. */
  readonly yen: number;
  readonly mealYen: number;
  /** What an ingest would set aside, by reason. */
  readonly quarantined: Readonly<Record<string, number>>;
  readonly findings: readonly InspectedFinding[];
};
