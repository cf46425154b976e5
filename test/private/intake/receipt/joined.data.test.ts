import { expect, it } from 'vitest';
import { claimFile, dentalClaim, medicalClaim } from './claims.ts';
import { joinLines, load, procedure, receiptLines, record, searchNumber } from './files.ts';

const medical = (n: number) =>
  receiptLines({ search: searchNumber(n), points: 10, body: [procedure('11', '111000110', 10, 1)] });
const pharmacy = (n: number) =>
  receiptLines({
    kind: 'pharmacy',
    search: searchNumber(n),
    points: 45,
    body: [record('KI', { 4: 1, 5: '410000110', 6: 45 }, 114)],
  });

it.each([
  ['medical first', [medical(1), medical(2), pharmacy(3), pharmacy(4), medical(5)]],
  ['pharmacy first', [pharmacy(3), pharmacy(4), medical(1), medical(2), medical(5)]],
])('insurer files of both kinds joined are both loaded: %s', async (_, receipts) => {
  const { tables, result } = await load(joinLines(receipts));
  expect(tables['quarantine']).toEqual([]);
  expect(tables['finding']).toEqual([]);
  expect(result).toMatchObject({ receipts: 5, points: 120 });
  const rows = tables['receipt']!;
  expect(rows.map(({ receipt_seq }) => Number(receipt_seq))).toEqual([1, 2, 3, 4, 5]);
  expect(rows.filter(({ kind }) => kind === 'pharmacy').map(({ search_number }) => search_number)).toEqual([
    searchNumber(3),
    searchNumber(4),
  ]);
  expect(rows.map(({ computed_points: computed, decided_points: decided }) => computed === decided)).toEqual(
    Array(5).fill(true),
  );
  // One person, whatever the kind of receipt.
  expect(new Set(rows.map(({ key_base }) => key_base)).size).toBe(1);
  expect(tables['institution']!.map(({ name }) => name).sort()).toEqual(['みほん医院', 'みほん薬局']);
});

it('claim files joined to an insurer file are loaded, each receipt by its own form', async () => {
  const bytes = Buffer.concat([
    joinLines([medical(1)]),
    claimFile(medicalClaim),
    claimFile(dentalClaim),
    joinLines([medical(2)]),
  ]);
  const { tables, result } = await load(bytes);
  expect(tables['quarantine']).toEqual([]);
  expect(result).toMatchObject({ form: 'mixed', receipts: 6, points: 20 + 280 + 147 });
  expect(
    tables['receipt']!.map(({ kind, form, identity, decided_points: points }) => [
      kind,
      form,
      String(identity).replace(/:[\w-]{8}$|:$/, ''),
      Number(points),
    ]),
  ).toEqual([
    ['medical', 'insurer', searchNumber(1), 10],
    ['medical', 'claim', 'claim:medical:1311234567:202605:1:202604', 250],
    ['medical', 'claim', 'claim:medical:1311234567:202605:2:202604', 30],
    ['dental', 'claim', 'claim:dental:1333234567:202605:1:202604', 138],
    ['dental', 'claim', 'claim:dental:1333234567:202605:2:202604', 9],
    ['medical', 'insurer', searchNumber(2), 10],
  ]);
});
