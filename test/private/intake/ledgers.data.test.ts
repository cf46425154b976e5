import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { ledger, ledgerHeader, ledgerRow } from './society.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(content: string) {
  const path = join(folder, 'ledger.csv');
  writeFileSync(path, content);
  return inspectFile(path, new Date('2026-11-21T12:00:00+09:00'));
}

test.each([
  [
    'a header that names a column twice',
    'INTAKE_CONTRACT',
    ledger(`${ledgerRow()},x`).replace('氏名,', '氏名,氏名,'),
  ],
  ['only a header', 'INTAKE_EMPTY', ledger()],
  [
    'an Individual Number in a field beyond the header',
    'INTAKE_MY_NUMBER',
    ledger(`${ledgerRow()},123456789018`),
  ],
  [
    'a quote that is never closed',
    'INTAKE_TRUNCATED',
    ledger(ledgerRow({ address: '"架空市' }), ledgerRow()),
  ],
])('the whole ledger is refused: %s', async (_name, code, content) => {
  await expect(inspect(content)).rejects.toMatchObject({ code });
});

test('a repeated column is told by its position', async () => {
  const error: unknown = await inspect(`${ledgerHeader},氏名\r\n`).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ data: { missing: [], unknownPositions: [18] } });
});
