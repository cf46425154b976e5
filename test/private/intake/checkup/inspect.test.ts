import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspectCheckups } from '#private/intake/checkup/inspect.ts';
import { sniffCheckups } from '#private/intake/checkup/source.ts';
import { checkupFindings, checkupReasons } from '#private/intake/checkup/words.ts';
import { exchange, hc08, notMeasurable, notPerformed, pq, st, zipBytes, zipFile } from './make.ts';

const now = new Date('2026-11-21T12:00:00+09:00');

test('tells kind, documents, months, states and findings, and nothing about a person', async () => {
  const path = await exchange([
    hc08({
      day: '20260110',
      entries: [pq('9N001000000000001', '170', 'cm'), notPerformed('9A751000000000001')],
    }),
    hc08({
      day: '20251210',
      insurer: '06999983',
      entries: [notMeasurable('9N001000000000001'), pq('9Z001000000000001', '1', 'x')],
    }),
    hc08({ day: '20261210' }),
    '<x',
    hc08({ program: '100' }),
    hc08({ day: '20251210', entries: [st('9N061160800000049', '1234 5678 9018')] }),
  ]);
  const inspection = await inspectCheckups(path, now);
  expect(inspection).toEqual({
    kind: 'checkup',
    form: 'checkup-archive',
    encoding: 'utf-8',
    bytes: statSync(path).size,
    records: 6,
    byRecord: { index: 1, checkup: 5, guidance: 1, measured: 3, not_performed: 1, not_measurable: 1 },
    months: ['2025-12', '2026-01'],
    quarantined: { future_month: 1, checkup_broken_xml: 1, not_yet_read: 1 },
    findings: [
      { code: 'checkup_unlisted_item', count: 1, line: 15 },
      { code: 'my_number', count: 1, line: 14 },
    ],
  });
  expect(JSON.stringify(inspection)).not.toMatch(/カナリヤ|4711|1234/);
});

test('refuses a ZIP of another kind by name', async () => {
  await expect(inspectCheckups(await zipFile({ 'b.txt': 'x' }))).rejects.toMatchObject({
    code: 'INTAKE_UNKNOWN_KIND',
  });
});

test('a ZIP is recognised by its first bytes, whatever its name', async () => {
  expect(sniffCheckups(Buffer.from(await zipBytes({ a: 'x' })))).toBe('checkup-archive');
  expect(sniffCheckups(Buffer.from(await zipBytes({})))).toBe('checkup-archive');
  expect(sniffCheckups(Buffer.from('PK'))).toBeUndefined();
  expect(sniffCheckups(Buffer.from(hc08()))).toBeUndefined();
});

test('every reason and finding has words in both languages', () => {
  for (const [code, text] of Object.entries({ ...checkupReasons, ...checkupFindings })) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(text.ja.length).toBeGreaterThan(3);
    expect(text.en.length).toBeGreaterThan(3);
  }
});
