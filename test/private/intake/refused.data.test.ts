import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { refusedFiles } from '#private/intake/refused.ts';
import { openForCount } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { deliver, ledger, ledgerRow, newHome, settings } from './society.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => rmSync(home.root, { recursive: true }));

async function refused() {
  const warehouse = await openForCount(home.warehouse);
  try {
    return await refusedFiles(warehouse);
  } finally {
    warehouse.close();
  }
}
const names = async () => (await refused()).map(({ name, code }) => [name, code]);

it('keeps which files were refused and why, until they are tried again', async () => {
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
  deliver(home, 'empty.csv', '');
  const strange = deliver(home, 'strange.bin', 'x');
  await ingest(home, settings, [], silentEffects());
  expect(await names()).toEqual([
    ['empty.csv', 'INTAKE_EMPTY'],
    ['strange.bin', 'INTAKE_UNKNOWN_KIND'],
  ]);
  const [first] = await refused();
  expect(first?.text.ja).toMatch(/空/);
  expect(first?.hint?.ja).toMatch(/。$/);

  deliver(home, 'strange.bin', ledger(ledgerRow({ id: 'M2', number: '457' })));
  await ingest(home, settings, [strange], silentEffects());
  expect(await names()).toEqual([['empty.csv', 'INTAKE_EMPTY']]);

  rmSync(`${home.inbox}/empty.csv`);
  await ingest(home, settings, [], silentEffects());
  expect(await names()).toEqual([]);
});
