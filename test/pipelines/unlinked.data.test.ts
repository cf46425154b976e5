import { expect, test } from 'vitest';
import { builtFrom, type RawRows } from './fixture.ts';
import { deliveries, ledgerFile, link, receipt, span } from './raw-rows.ts';

/** A member until July 2024, and a person whom only an older ledger knew. */
const base: RawRows = {
  file: [ledgerFile()],
  eligibility: [span({ lost_on: '2024-08-01' })],
  person_link: [link('base-1', 1), link('base-9', 9)],
};

async function unlinkedOf(receipts: readonly Readonly<Record<string, unknown>>[]) {
  const rows = receipts.map((cells, index) =>
    receipt({ key_base: 'nobody', ...cells, receipt_seq: index + 1, search_number: String(index) }),
  );
  const { warehouse, report } = await builtFrom({
    ...base,
    receipt: [...deliveries('2024-04', 12), ...rows],
  });
  const found = await warehouse.rows(
    'select unlinked.person_id from core.unlinked_receipt as unlinked join core.receipt using (receipt_id) where file_id = 9 order by receipt_id',
  );
  const strangers = await warehouse.rows('select person_id from core.stranger order by person_id');
  warehouse.close();
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  return {
    ids: found.map((row) => Number(row['person_id'])),
    strangers: strangers.map((row) => row['person_id']),
  };
}

test('linked receipts stand for nobody else', async () => {
  const { ids } = await unlinkedOf([{ key_base: 'base-1' }]);
  expect(ids).toEqual([]);
});

test('a member without cover in the month of care is that member, no stranger', async () => {
  const { ids } = await unlinkedOf([{ key_base: 'base-1', service_month: '2024-08-01' }]);
  expect(ids).toEqual([1]);
});

test('everyone else is a negative number, one for each base key', async () => {
  const { ids, strangers } = await unlinkedOf([
    { key_base: 'x', key_branch: 'x-1' },
    { key_base: 'x', key_branch: 'x-2', key_name: 'x-n' },
    { key_base: 'y' },
  ]);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(2);
  expect(Math.max(...ids)).toBeLessThan(0);
  expect(strangers).toEqual([-3, -2, -1]);
});

test('a person of an older ledger only is one stranger', async () => {
  const { ids } = await unlinkedOf([
    { key_base: 'base-9' },
    { key_base: 'z', key_branch: 'base-9' },
    { key_base: 'z' },
  ]);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(Math.max(...ids)).toBeLessThan(0);
});

test('receipts without any key are one person', async () => {
  const { ids, strangers } = await unlinkedOf([{ key_base: null }, { key_base: null }]);
  expect(ids[0]).toBe(ids[1]);
  expect(strangers).toHaveLength(1);
});
