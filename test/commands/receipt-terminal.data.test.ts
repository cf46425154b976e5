import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { insertRows, settings } from '../pipelines/fixture.ts';
import { receipt } from '../pipelines/raw-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-receipts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = homeOf(folder);
writeFileSync(home.settings, '[society]\nname = "試験組合"\ninsurer_number = "06999991"\n');
mkdirSync(home.tmp, { recursive: true });

const versions = [
  receipt({ receipt_seq: 1, identity: 'a', search_number: 'a', decided_points: 123_456 }),
  receipt({ receipt_seq: 2, identity: 'b', search_number: 'b', processing_month: '2024-08-01' }),
  receipt({ receipt_seq: 3, identity: 'c', search_number: 'c', service_month: '2024-07-01' }),
];

async function fill(): Promise<void> {
  const warehouse = await openForBuild(home.warehouse);
  await ensureRawTables(warehouse);
  await insertRows(warehouse, 'raw.receipt', versions);
  await insertRows(warehouse, 'raw.detail', [
    { file_id: 9, receipt_seq: 1, line: 1, record: 'SI', code: '113000000', points: 123_456 },
    ...Array.from({ length: 31 }, (_, index) => ({
      file_id: 9,
      receipt_seq: 2,
      line: index,
      record: 'CO',
      code: `8100000${10 + index}`,
    })),
  ]);
  await insertRows(warehouse, 'raw.receipt_change', [
    { file_id: 10, line: 1, search_number: 'c', processed_month: '2024-09-01', change: 'returned' },
    { file_id: 10, line: 2, search_number: 'x', processed_month: '2024-09-01', change: 'returned' },
  ]);
  await buildWarehouse(warehouse, settings, silentEffects());
  warehouse.close();
}

describe('before anything came in', () => {
  test.each(['revisions', 'unmapped'])('%s says what to do', (verb) => {
    const { code, err } = kenpo(verb, '--home', folder);
    expect(code).toBe(13);
    expect(err).toContain('kenpo ingest');
  });
});

describe('with receipts', () => {
  beforeAll(fill);

  test('kenpo revisions: how a month grew, what ended, notices about nothing we have', () => {
    const { code, out } = kenpo('revisions', '--home', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/2024-05 +2 +1,239,560 +1,234,560 +99\.6% +99\.6% +100\.0% +100\.0%/);
    expect(out).toContain('返戻 1');
    expect(out).toContain('通知が 1 件');
  });

  test('… --json: every step', () => {
    const { code, out } = kenpo('revisions', '--home', folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      months: [
        {
          month: '2024-05',
          now: { receipts: 2, yen: 1_239_560 },
          first: { receipts: 1, yen: 1_234_560 },
          steps: [
            { delay: 0, yen: 1_234_560 },
            { delay: 1, yen: 0 },
            { delay: 2, yen: 5000 },
            { delay: 3, yen: 0 },
          ],
        },
        { month: '2024-07', now: { receipts: 0, yen: 0 } },
      ],
      ended: { version: 0, reexamined: 0, returned: 1, withdrawn: 0, transferred: 0 },
      unmatched: 1,
    });
  });

  test('kenpo unmapped: by yen, thirty at most, and which file names them; English on demand', () => {
    const { code, out } = kenpo('unmapped', '--home', folder, '--lang', 'en');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[2]).toMatch(/^procedure +113000000 +1 +1 +1,234,560 +2024-05$/);
    expect(lines.filter((line) => line.startsWith('comment'))).toHaveLength(29);
    expect(out).toContain('and 2 more');
    expect(out).toContain('→ comment: comment master');
  });

  test('… --json: all of them', () => {
    const { out } = kenpo('unmapped', '--home', folder, '--json');
    expect(JSON.parse(out).codes).toHaveLength(32);
  });
});
