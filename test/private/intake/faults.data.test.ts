import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from './society.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => rmSync(home.root, { recursive: true }));

test('a file that vanishes while it is taken in is refused, the others go on', async () => {
  const path = deliver(home, 'gone.csv', receiptFile(receipt(1, 5)));
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
  const effects = silentEffects();
  const now = () => {
    rmSync(path, { force: true });
    return effects.now();
  };
  const report = await ingest(home, settings, [], { ...effects, now });
  expect(report.files.map(({ name, error }) => [name, error?.code])).toEqual([
    ['ledger.csv', undefined],
    ['gone.csv', 'INPUT_UNREADABLE'],
  ]);
});

test('an error of the engine at the commit stops the run, quotes nothing and leaves no original behind', async () => {
  const warehouse = await openForBuild(home.warehouse);
  await warehouse.run('create schema raw; create table raw.consent (file_id bigint, flag date)');
  warehouse.close();
  deliver(
    home,
    'flags.csv',
    '加入者ID,フラグ,開始日,終了日,基準日\r\nCANARY1,不開示,2024-04-01,,2025-04-30\r\n',
  );
  const error: unknown = await ingest(home, settings, [], silentEffects()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain('CANARY1');
  expect(readdirSync(home.raw)).toEqual([]);
  expect(readdirSync(home.tmp)).toEqual([]);
  expect(await query(home, 'select * from raw.file')).toEqual([]);
});

test('what is logged about harmless columns speaks the language of the operator, and counts only', async () => {
  deliver(home, 'ledger.csv', ledger(ledgerRow({ id: '123456789018' })));
  const lines: string[] = [];
  const effects = {
    ...silentEffects(),
    language: 'en' as const,
    log: (line: string) => void lines.push(line),
  };
  await ingest(home, settings, [], effects);
  expect(lines.join('\n')).toMatch(/1 twelve-digit numbers in column/);
  expect(lines.join('\n')).not.toContain('123456789018');
});
