import type { Text } from '#shared/text.ts';
import type { DetailTotals } from './read-rows.ts';

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
  /** Undefined where its rows were not read (a receipt set aside). */
  readonly computed: number | undefined;
  /** One for the insurer and one for each public programme (GO counts claims, not receipts). */
  readonly claims: number;
  /** 総括区分 of a DPC receipt: 1 a cover, 2 and 3 a detail that has lost its cover. */
  readonly cover: number;
  readonly details: readonly DetailTotals[];
  /** The receipt stands in a claim file and is counted by its GO. */
  readonly claimFile: boolean;
  /** It begins with a record that also opens files (IR, UK, YK, HM). */
  readonly opens: boolean;
};

/** Openings a GO is looked for at: more than one claim file has receipts. */
const rememberedOpenings = 50_000;

type Sum = { claims: number; points: number };

/** Checks receipts against their rows, covers against their details and GO against the receipts before it. */
export function createTotals(report: (mismatch: Mismatch) => void) {
  let volume: Sum = { claims: 0, points: 0 };
  /** What stood before each opening record (IR, UK, YK, HM): there a file may begin. */
  let beforeOpenings: Sum[] = [];
  const compare = (receipt: number, declared: number | undefined, computed: number) => {
    if (declared === undefined) report({ receipt, declared: 0, computed, reason: 'unreadable_total' });
    else if (declared !== computed) report({ receipt, declared, computed, reason: 'receipt_total' });
  };
  const compareCover = ({ line, declared, details }: ReceiptTotals) => {
    for (const detail of details) compare(detail.line, detail.declared, detail.computed);
    const computed = details.reduce((sum, detail) => sum + (detail.declared ?? 0), 0);
    if (declared === undefined) report({ receipt: line, declared: 0, computed, reason: 'unreadable_total' });
    else if (declared !== computed) report({ receipt: line, declared, computed, reason: 'cover_total' });
  };
  return {
    add(one: ReceiptTotals): void {
      if (one.computed !== undefined) {
        if (one.cover === 1) compareCover(one);
        else compare(one.line, one.declared, one.computed);
        if (one.cover >= 2) {
          const { line, declared = 0, computed } = one;
          report({ receipt: line, declared, computed, reason: 'detail_without_cover' });
        }
      }
      if (!one.claimFile) return;
      if (one.opens) beforeOpenings.push({ ...volume });
      if (beforeOpenings.length > rememberedOpenings * 2) beforeOpenings.splice(0, rememberedOpenings);
      volume.claims += one.claims;
      volume.points += one.declared ?? 0;
    },
    /** GO at `line`. Files before it may have lost their own GO: then the receipts since one of the openings count. */
    closeVolume(line: number, claims = 0, points = 0): void {
      const isCounted = beforeOpenings.some(
        (before) => volume.claims - before.claims === claims && volume.points - before.points === points,
      );
      if (!isCounted && claims !== volume.claims) {
        report({ receipt: line, declared: claims || 0, computed: volume.claims, reason: 'claim_count' });
      }
      if (!isCounted && points !== volume.points) {
        report({ receipt: line, declared: points || 0, computed: volume.points, reason: 'claim_total' });
      }
      this.end();
    },
    /** The end of a file, with or without GO. */
    end(): void {
      volume = { claims: 0, points: 0 };
      beforeOpenings = [];
    },
  };
}
