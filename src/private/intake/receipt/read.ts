import type { Month } from '#shared/month.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { readReceiptFiles } from './files.ts';
import { middleReceipt } from './middle.ts';
import { readSecondHalf } from './second-half.ts';
import { finishFile } from './share.ts';
import { createTaking } from './taking.ts';
import { finishWriters, openReceiptWriters } from './writers.ts';

/**
 * Reads one receipt file of any kind and form, several joined, or a ZIP of them, into the scratch file. A receipt that
 * cannot be read goes to `raw.quarantine` with its points and yen; the rest goes on. The second half of a large file may
 * be read by a second thread.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_OTHER_INSURER (most receipts are
 * another insurer's), INTAKE_MY_NUMBER, INTAKE_CONTRACT, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function readReceipts(path: string, context: ReaderContext): Promise<ReaderResult> {
  const { dividedFrom } = context;
  const middle = dividedFrom === undefined ? undefined : middleReceipt(path, dividedFrom);
  const writers = await openReceiptWriters(context.scratch);
  const taking = createTaking(writers, context, firstDay(context.thisMonth));
  const read = (to?: number) => readReceiptFiles(path, context.fileName, taking, context.onProgress, to);
  if (middle === undefined) {
    const { records, lines } = await read();
    const taken = finishFile([taking.share()], lines, writers, context);
    return { ...taken, records, rows: finishWriters(writers) };
  }
  const { fileId, fileName, insurerNumber, indexKey, thisMonth } = context;
  const scratch = `${context.scratch.path}.second`;
  const order = { path, from: middle, scratch, fileId, fileName, insurerNumber, indexKey, thisMonth };
  const beside = readSecondHalf(order);
  const [first, second] = await Promise.allSettled([read(middle), beside]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  const shares = [taking.share(), second.value.share];
  const taken = finishFile(shares, second.value.lines, writers, context);
  return {
    ...taken,
    records: first.value.records + second.value.records,
    rows: addRows(finishWriters(writers), second.value.rows),
    second: { scratch, before: taking.share().units },
  };
}

function addRows(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(a).map(([table, rows]) => [table, rows + (b[table] ?? 0)]));
}

/** Days since 1970-01-01 of the first of a month. */
export function firstDay(month: Month): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
}
