import type { Text } from '#shared/text.ts';

/** Why two totals of a file do not agree. */
export const mismatchReasons = {
  receipt_total: {
    ja: '合計点数と明細の合計が合わない',
    en: 'total of the receipt differs from its rows',
  },
  unreadable_total: { ja: '合計点数がない、または読めない', en: 'total missing or unreadable' },
  cover_total: {
    ja: '総括レセプトの合計と明細レセプトの合計が合わない',
    en: 'total of the cover differs from its details',
  },
  detail_without_cover: {
    ja: '総括レセプトのない明細レセプト',
    en: 'detail receipt without its cover',
  },
  claim_count: { ja: '請求書（GO）の総件数が合わない', en: 'number of claims in GO differs' },
  claim_total: { ja: '請求書（GO）の総合計点数が合わない', en: 'total of points in GO differs' },
} as const satisfies Record<string, Text>;

export type MismatchReason = keyof typeof mismatchReasons;

/** Both figures of a disagreement and where: the line of the receipt's common record, or of GO; never an identifier. */
export type Mismatch = {
  readonly receipt: number;
  /** Points; yen for home nursing; claims where the reason is `claim_count`. */
  readonly declared: number;
  readonly computed: number;
  readonly reason: MismatchReason;
};

/** What the totals of a file are checked by, one receipt at a time. */
export type ReceiptTotals = {
  readonly line: number;
  /** Undefined where the receipt has none that can be read. */
  readonly declared: number | undefined;
  readonly computed: number;
  /** One for the insurer and one for each public programme (GO counts claims, not receipts). */
  readonly claims: number;
  /** 総括区分 of a DPC receipt: 1 a cover, 2 and 3 its details, which have the same レセプト番号. */
  readonly cover: 0 | 1 | 2 | 3;
  readonly number: string;
  /** The receipt stands in a claim file and is counted by its GO. */
  readonly claimFile: boolean;
  /** It begins with a record that also opens files (IR, UK, YK, HM). */
  readonly opens: boolean;
};

type Sum = { claims: number; points: number };

/**
 * Checks receipts against their rows, covers against their details and GO against the receipts before it.
 * `add` tells whether the receipt counts as one: the details of a cover are counted by it.
 */
export function createTotals(report: (mismatch: Mismatch) => void) {
  let cover: { line: number; declared: number; details: number; number: string } | undefined;
  let volume: Sum = { claims: 0, points: 0 };
  let sinceOpening: Sum = { claims: 0, points: 0 };
  const closeCover = () => {
    if (cover && cover.details !== cover.declared) {
      report({
        receipt: cover.line,
        declared: cover.declared,
        computed: cover.details,
        reason: 'cover_total',
      });
    }
    cover = undefined;
  };
  const belongs = (one: ReceiptTotals) => one.cover >= 2 && cover?.number === one.number;
  return {
    add(one: ReceiptTotals): boolean {
      const isDetail = belongs(one);
      if (!isDetail) closeCover();
      const declared = one.declared ?? 0;
      if (one.declared === undefined) {
        report({ receipt: one.line, declared: 0, computed: one.computed, reason: 'unreadable_total' });
      } else if (one.cover !== 1 && declared !== one.computed) {
        report({ receipt: one.line, declared, computed: one.computed, reason: 'receipt_total' });
      }
      if (isDetail && cover) {
        cover.details += declared;
        return false;
      }
      if (one.cover === 1) cover = { line: one.line, declared, details: 0, number: one.number };
      if (one.cover >= 2) {
        report({ receipt: one.line, declared, computed: one.computed, reason: 'detail_without_cover' });
      }
      if (!one.claimFile) return true;
      if (one.opens) sinceOpening = { claims: 0, points: 0 };
      for (const sum of [volume, sinceOpening]) {
        sum.claims += one.claims;
        sum.points += declared;
      }
      return true;
    },
    /** GO at `line`. A file before it may have lost its own GO: then the receipts since the last opening count. */
    closeVolume(line: number, claims: number | undefined, points: number | undefined): void {
      closeCover();
      const whole = claims === volume.claims && points === volume.points;
      const part = claims === sinceOpening.claims && points === sinceOpening.points;
      const sum = !whole && part ? sinceOpening : volume;
      if ((claims ?? 0) !== sum.claims) {
        report({ receipt: line, declared: claims || 0, computed: sum.claims, reason: 'claim_count' });
      }
      if ((points ?? 0) !== sum.points) {
        report({ receipt: line, declared: points || 0, computed: sum.points, reason: 'claim_total' });
      }
      volume = { claims: 0, points: 0 };
      sinceOpening = { claims: 0, points: 0 };
    },
    /** The end of a file, with or without GO. */
    end(): void {
      closeCover();
      volume = { claims: 0, points: 0 };
      sinceOpening = { claims: 0, points: 0 };
    },
  };
}
