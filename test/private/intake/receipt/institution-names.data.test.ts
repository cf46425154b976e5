import { describe, expect, test } from 'vitest';
import { joinLines, load, procedure, receiptLines, searchNumber } from './files.ts';

const body = [procedure('12', '112007410', 75, 1)];
const one = (n: number, options: Parameters<typeof receiptLines>[0] = {}) =>
  receiptLines({ search: searchNumber(n), points: 75, body, ...options });

async function namesOf(...receipts: readonly (readonly string[])[]) {
  const { tables, result } = await load(joinLines(receipts));
  expect(result.rows['institution']).toBe(tables['institution']!.length);
  return tables['institution']!.map((row) => [row['institution'], row['name']]);
}

describe('names of institutions', () => {
  test('one row per institution of the file, by the last receipt that names it, with its claim month', async () => {
    const { tables } = await load(
      joinLines([
        one(1),
        one(2, { ir: { 5: '7777777', 7: '髙﨑みほん医院' } }),
        one(3, { ir: { 7: 'みほん新医院' } }),
      ]),
    );
    expect(tables['institution']).toEqual([
      { file_id: 7, institution: '1311234567', name: 'みほん新医院', claim_month: '2026-05-01' },
      { file_id: 7, institution: '1317777777', name: '髙﨑みほん医院', claim_month: '2026-05-01' },
    ]);
  });

  test('a pharmacy has its name one place earlier', async () => {
    const pharmacy = receiptLines({ kind: 'pharmacy', points: 0 });
    expect(await namesOf(pharmacy)).toEqual([['1347654321', 'みほん薬局']]);
  });

  test.each([
    ['an empty name', { 7: '' }],
    ['a name of blanks', { 7: '　　' }],
    ['a code that is none', { 5: '12A4567' }],
    ['a name far too long for its field', { 7: 'み'.repeat(81) }],
  ])('%s gives no row', async (_what, ir) => {
    expect(await namesOf(one(1, { ir }))).toEqual([]);
  });

  test('a name that ends in half a character gives no row; the receipt stays', async () => {
    const bytes = joinLines([one(1, { ir: { 7: 'みほん$' } })]);
    bytes[bytes.indexOf('$')] = 0x81;
    const { tables } = await load(bytes);
    expect(tables['institution']).toEqual([]);
    expect(tables['receipt']).toHaveLength(1);
  });

  test('a receipt set aside names nobody', async () => {
    expect(await namesOf(one(1, { month: '20249Z' }))).toEqual([]);
  });
});
