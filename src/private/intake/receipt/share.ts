import type { Month } from '#shared/month.ts';
import type { Text } from '#shared/text.ts';
import { type ColumnCounts, harmlessNote, judgeColumns } from '../my-number.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import type { ReceiptFormName } from './form-names.ts';
import { type KnownInstitutions, writeInstitutions } from './institution-names.ts';
import { writeFinding } from './put-aside.ts';
import { otherInsurersFile } from './refusals.ts';
import { joinUnknown, type UnknownRecords } from './tally.ts';
import { dateText } from './values.ts';
import type { ReceiptWriters } from './writers.ts';

/** What taking a file, or a share of it, needs to know. */
export type ShareContext = Pick<ReaderContext, 'fileId' | 'fileName' | 'insurerNumber' | 'indexKey'>;

/**
 * What came in with the receipts of one file, or of a share of it that was read apart; it can be handed from thread to
 * thread. `units` counts what was taken in one go: receipts, and lines that are none.
 */
export type TakenShare = {
  readonly units: number;
  readonly receipts: number;
  readonly points: number;
  readonly yen: number;
  readonly foreign: number;
  /** Receipts by month of processing. */
  readonly months: ReadonlyMap<number, number>;
  readonly forms: ReadonlySet<ReceiptFormName>;
  readonly unknown: UnknownRecords;
  readonly institutions: KnownInstitutions;
  readonly numbers: ColumnCounts;
};

/** What came in with a file, its records and rows apart. */
export type TakenFile = Pick<ReaderResult, 'receipts' | 'points' | 'yen' | 'processingMonth'> & {
  readonly form: ReceiptFormName;
  readonly notes: readonly Text[];
};

/**
 * Judges and writes what can be told of a whole file only. Its shares are given in the order of the file.
 * @param lines of the file
 * @throws {UserError} INTAKE_OTHER_INSURER where most receipts are another insurer's; INTAKE_MY_NUMBER
 */
export function finishFile(
  shares: readonly TakenShare[],
  lines: number,
  writers: Pick<ReceiptWriters, 'institution' | 'finding'>,
  { fileId, fileName }: ShareContext,
): TakenFile {
  const sum = (of: (share: TakenShare) => number) => shares.reduce((total, share) => total + of(share), 0);
  const receipts = sum((share) => share.receipts);
  const foreign = sum((share) => share.foreign);
  judgeColumns(
    fileName,
    lines,
    shares.map(({ numbers }) => numbers),
  );
  if (foreign * 2 > receipts) throw otherInsurersFile(fileName, foreign, receipts);
  const institutions = shares.flatMap((share) => [...share.institutions]);
  writeInstitutions(writers.institution, fileId, new Map(institutions));
  for (const { line, count } of joinUnknown(shares.map(({ unknown }) => unknown)).values())
    writeFinding(writers.finding, fileId, undefined, 'unknown_record', line, undefined, count);
  const forms = new Set(shares.flatMap((share) => [...share.forms]));
  const harmless = sum(({ numbers }) => [...numbers.harmlessHits.values()].reduce((a, b) => a + b, 0));
  const month = mostFrequent(shares.flatMap((share) => [...share.months]));
  return {
    form: forms.size === 1 ? [...forms][0]! : 'mixed',
    receipts,
    points: sum((share) => share.points),
    yen: sum((share) => share.yen),
    ...(month === undefined ? {} : { processingMonth: dateText(month).slice(0, 7) as Month }),
    notes: harmless === 0 ? [] : [harmlessNote(fileName, harmless)],
  };
}

function mostFrequent(counts: readonly (readonly [number, number])[]): number | undefined {
  const months = new Map<number, number>();
  for (const [month, count] of counts) months.set(month, (months.get(month) ?? 0) + count);
  return [...months].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0];
}
