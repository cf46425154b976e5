import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import { openForBuild } from '../warehouse.ts';
import { inspectCheckups } from './checkup/inspect.ts';
import { inspectCheckupCsv } from './checkup-csv/inspect.ts';
import { detectEncoding } from './csv.ts';
import { recogniseFile } from './detect.ts';
import { readHead } from './fingerprint.ts';
import type { InspectedFinding, Inspection } from './inspection.ts';
import { isWorkbook } from './masters/workbook.ts';
import type { FileKind } from './reader.ts';
import { inspectReceipts } from './receipt/inspect.ts';
import type { ReceiptInspection } from './receipt/inspection.ts';
import { emptyFile, isUnreadable, unreadableFile } from './refusals.ts';
import { ensureScratchTables, sourceOf } from './sources.ts';

/**
 * What a file is, without a home and in counts and sums only.
 * @param name what messages call the file
 * @throws {UserError} INPUT_UNREADABLE, INTAKE_* where an ingest would refuse the whole file
 */
export async function inspectFile(
  path: string,
  now: Date,
  name = basename(path),
): Promise<Inspection | ReceiptInspection> {
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size?.isFile()) throw unreadableFile(name);
  if (size.size === 0) throw emptyFile(name);
  try {
    const head = await readHead(path);
    const { kind, form } = await recogniseFile(path, name);
    if (kind === 'receipt') return await inspectReceipts(path, now, name);
    if (kind === 'checkup' && form.endsWith('-csv')) return await inspectCheckupCsv(path, now, name);
    if (kind === 'checkup') return await inspectCheckups(path, now, name);
    return await inspectByReading(path, name, kind, head, now);
  } catch (error) {
    throw isUnreadable(error, path) ? unreadableFile(name) : error;
  }
}

/** CSV by contract, and masters: their reader fills tables in memory, with keys made for the moment; then all is counted. */
async function inspectByReading(
  path: string,
  name: string,
  kind: Exclude<FileKind, 'receipt' | 'checkup'>,
  head: Buffer,
  now: Date,
): Promise<Inspection> {
  const source = sourceOf(kind);
  const scratch = await openForBuild(':memory:', tmpdir());
  try {
    await ensureScratchTables(scratch, source);
    const reader = await source.load();
    const result = await reader(path, {
      fileId: 0,
      fileName: name,
      insurerNumber: '',
      indexKey: randomBytes(32),
      sealIdentity: () => Buffer.alloc(0),
      thisMonth: monthOf(now),
      scratch,
      onProgress: () => {},
    });
    const reasons = await scratch.rows(
      'select reason, count(*) as count from raw.quarantine group by reason order by reason',
    );
    const findings = await scratch.rows(
      'select code, count(*) as count, min(line) as line from raw.finding group by code order by code',
    );
    return {
      kind,
      form: result.form,
      encoding: isWorkbook(head) || detectEncoding(head) === 'utf-8' ? 'utf-8' : 'cp932',
      bytes: statSync(path).size,
      records: result.records,
      ...(result.asOf === undefined ? {} : { asOf: result.asOf }),
      ...(result.receipts === 0 ? {} : { receipts: result.receipts, points: result.points, yen: result.yen }),
      byRecord: Object.fromEntries(
        source.tables
          .map(({ name }) => [name, result.rows[name] ?? 0] as const)
          .filter(([, count]) => count > 0),
      ),
      quarantined: Object.fromEntries(reasons.map((row) => [String(row['reason']), Number(row['count'])])),
      findings: findings.map((row): InspectedFinding => {
        const finding = { code: String(row['code']), count: Number(row['count']) };
        return row['line'] === null ? finding : { ...finding, line: Number(row['line']) };
      }),
    };
  } finally {
    scratch.close();
  }
}
