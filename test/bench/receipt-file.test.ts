import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { writeMedicalFile } from './receipt-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('the file the benchmark reads is a sound receipt file', async () => {
  const path = join(folder, 'file.csv');
  const lines = writeMedicalFile(path, 1200);
  const inspection = await inspectReceipts(path, new Date('2026-11-21T12:00:00+09:00'));
  expect(inspection).toMatchObject({ lines, receipts: 1200, mismatches: [], findings: [] });
  expect(inspection.quarantined).toEqual({});
  expect(inspection.computed.points).toBe(inspection.declared.points);
});
