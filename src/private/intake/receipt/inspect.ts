import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import { readReceiptFiles } from './files.ts';
import type { ReceiptInspection } from './inspection.ts';
import { firstDay } from './read.ts';
import { createSurvey } from './survey.ts';

/**
 * What a receipt file of any kind and form holds, also files joined together or in a ZIP, without a home: no insurer
 * number to compare with, no master. Sums are over all receipts, also those an ingest would set aside.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT, INTAKE_ENCRYPTED,
 * INTAKE_ARCHIVE_UNSAFE
 */
export async function inspectReceipts(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<ReceiptInspection> {
  const survey = createSurvey(firstDay(monthOf(now)));
  await readReceiptFiles(path, name, survey);
  return survey.result(statSync(path).size);
}
