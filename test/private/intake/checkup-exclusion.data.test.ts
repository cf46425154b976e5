import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { inspectFile } from '#private/intake/inspect.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { cp932 } from './receipt/files.ts';
import { deliver, ledger, ledgerRow, newHome, query, settings } from './society.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => rmSync(home.root, { recursive: true }));

const header = '加入者ID,除外理由,開始日,終了日,基準日';
const list = (...rows: readonly string[]) => cp932(`${[header, ...rows].join('\r\n')}\r\n`);

test('the list of exclusions is taken in row by row, and its persons are those of the ledger', async () => {
  deliver(home, 'ledger.csv', ledger(ledgerRow(), ledgerRow({ id: 'M2', number: '457' })));
  deliver(
    home,
    'exclusions.csv',
    list(
      'M2,妊産婦,2025-04-10,2026-03-31,2026-10-31',
      'M1,長期入院,2025-04-10,,2026-10-31',
      'M1,海外在住,2025-04-10,2025-04-09,2026-10-31',
      'M1,引っ越し,2025-04-10,,2026-10-31',
      'M9,施設入所,20250410,,2026-10-31',
    ),
  );
  const report = await ingest(home, settings, [], silentEffects());
  const row = report.reconciliation.find(({ group }) => group === 'checkup-exclusion');
  expect([row?.in.records, row?.linked.records, row?.quarantined.records]).toEqual([5, 3, 2]);
  expect(await query(home, 'select reason from raw.quarantine order by position')).toEqual([
    { reason: 'row_dates_out_of_order' },
    { reason: 'row_value' },
  ]);
  expect(
    await query(
      home,
      `select x.reason, x.from_on, x.to_on, e.person_id is not null as is_known
       from raw.checkup_exclusion x left join raw.eligibility e using (person_id) order by x."row"`,
    ),
  ).toEqual([
    { reason: 'pregnancy', from_on: '2025-04-10', to_on: '2026-03-31', is_known: true },
    { reason: 'hospital', from_on: '2025-04-10', to_on: null, is_known: true },
    { reason: 'facility', from_on: '2025-04-10', to_on: null, is_known: false },
  ]);
});

test('inspect says what it is', async () => {
  const path = deliver(home, 'exclusions.csv', list('M1,その他,2025-04-10,,2026-10-31'));
  expect(await inspectFile(path, new Date('2026-11-21T12:00:00+09:00'))).toMatchObject({
    kind: 'checkup-exclusion',
    form: 'csv',
    records: 1,
  });
});
