import type { Month } from '#shared/month.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { readReceiptFiles } from './files.ts';
import { createTaking } from './taking.ts';
import { openReceiptWriters } from './writers.ts';

/**
 * Reads one receipt file of any kind and form, several joined, or a ZIP of them, into the scratch file. A receipt that
 * cannot be read goes to `raw.quarantine` with its points and yen; the rest goes on.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_OTHER_INSURER (most receipts are
 * another insurer's), INTAKE_MY_NUMBER, INTAKE_CONTRACT, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function readReceipts(path: string, context: ReaderContext): Promise<ReaderResult> {
  const writers = await openReceiptWriters(context.scratch);
  const taking = createTaking(writers, context, firstDay(context.thisMonth));
  const records = await readReceiptFiles(path, context.fileName, taking, context.onProgress);
  return {
    ...taking.finish(),
    records,
    rows: Object.fromEntries(Object.entries(writers).map(([name, writer]) => [name, writer.finish()])),
  };
}

/** Days since 1970-01-01 of the first of a month. */
export function firstDay(month: Month): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
}
