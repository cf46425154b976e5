import { basename } from 'node:path';
import { openArchive } from '../archive.ts';
import { damagedArchive } from '../archive-words.ts';
import { csvRecords, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import type { Reader, ReaderContext, ReaderResult } from '../reader.ts';
import { closedWorkbook, unknownKind } from '../refusals.ts';
import { isArchive } from './archive.ts';
import { editionOf, newestOf } from './edition.ts';
import { readMasterList } from './list-reader.ts';
import { type OfficialSink, officialSink } from './official.ts';
import { layoutOf } from './sniff.ts';
import { isClosedWorkbook, isWorkbook } from './workbook.ts';

/**
 * Reads one master of the billing system (基本マスター, by `masterLayouts`), a ZIP of them as it is handed out, or a list of
 * the ministry, as an edition of its own. A master's date is the one in the name of its file, or of the ZIP, else the
 * newest 変更年月日.
 * @throws {UserError} INTAKE_REFUSED, INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_MY_NUMBER,
 * INTAKE_UNKNOWN_KIND
 */
export const readMaster: Reader = async (path, context) => {
  const head = await readHead(path);
  if (isClosedWorkbook(head)) throw closedWorkbook(context.fileName);
  if (isArchive(head) && !isWorkbook(head)) return readArchive(path, context);
  const layout = layoutOf(head);
  if (!layout) return readMasterList(path, context);
  const sink = await officialSink(context);
  await sink.take(layout, readCsv(path, detectEncoding(head), context.onProgress));
  return result(sink, editionOf(basename(path)));
};

async function readArchive(path: string, context: ReaderContext): Promise<ReaderResult> {
  const sink = await officialSink(context);
  const archive = await openArchive(path);
  let found = false;
  let edition: string | undefined;
  try {
    for (const member of archive.members) {
      const bytes = await member.read();
      if (!bytes) throw damagedArchive();
      const layout = layoutOf(bytes.subarray(0, 1 << 16));
      if (!layout) continue;
      found = true;
      edition = newestOf(edition, editionOf(basename(member.name)));
      await sink.take(layout, csvRecords([bytes], detectEncoding(bytes.subarray(0, 1 << 16))));
    }
  } finally {
    archive.close();
  }
  if (!found) throw unknownKind(context.fileName);
  return result(sink, editionOf(basename(path)) ?? edition);
}

function result(sink: OfficialSink, edition: string | undefined): ReaderResult {
  const { records, newest, rows } = sink.finish();
  const asOf = edition ?? newest;
  return {
    form: 'official',
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    ...(asOf === undefined ? {} : { asOf }),
    rows,
  };
}
