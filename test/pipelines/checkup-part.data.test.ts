import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { ledgerFile, link, span } from './raw-rows.ts';

const smoking = '9N736000000000011';
const hba1c = '3D046000001906202';
const file = (file_id: number, records: number, day = '2026-05-01') => ({
  file_id,
  kind: 'checkup',
  records,
  ingested_at: `${day} 10:00:00`,
});
const first = (file_id: number, checkup_seq: number, examined_on: string, key_base = 'base-1') => ({
  file_id,
  checkup_seq,
  key_base,
  examined_on,
  records: 1,
});
const part = (file_id: number, part_seq: number, join_key: string, is_first: boolean) => ({
  file_id,
  part_seq,
  join_key,
  is_first,
  records: is_first ? 0 : 1,
});
const value = (file_id: number, checkup_seq: number, item_code: string, cells: object) => ({
  file_id,
  checkup_seq,
  item_code,
  state: 'measured',
  ...cells,
});

test('rows of a second file go to the checkup with their key, if one person of the same delivery has it', async () => {
  const { warehouse, report } = await builtFrom({
    file: [ledgerFile(), file(7, 7), file(8, 6), file(9, 1, '2026-05-02')],
    eligibility: [span()],
    person_link: [link('base-1', 1)],
    checkup: [
      first(7, 1, '2024-06-01'),
      first(7, 2, '2024-03-31'),
      first(7, 3, '2024-04-01'),
      first(7, 4, '2025-06-01'),
      first(7, 5, '2025-07-01', 'base-2'),
      first(7, 6, '2025-08-01'),
      first(7, 7, '2025-08-01'),
    ],
    checkup_part: [
      ...['in both', 'before', 'since', 'two', 'two', 'again', 'again'].map((key, index) =>
        part(7, index + 1, key, true),
      ),
      ...['in both', 'before', 'since', 'two', 'nowhere', 'again'].map((key, index) =>
        part(8, index + 1, key, false),
      ),
      part(9, 1, 'in both', false),
    ],
    checkup_result: [
      value(7, 1, hba1c, { number: 5.6 }),
      value(8, 1, hba1c, { number: 9.9 }),
      ...[1, 2, 3, 4, 5, 6].map((sequence) => value(8, sequence, smoking, { choice: '2' })),
      value(9, 1, smoking, { choice: '1' }),
    ],
  });
  const joined = await warehouse.rows('select part_id, checkup_id from core.checkup_part order by all');
  expect(joined.map((row) => [row['part_id'], row['checkup_id']])).toEqual([
    [800000001, 700000001],
    [800000002, 700000002],
    [800000003, 700000003],
    [800000004, null],
    [800000005, null],
    [800000006, 700000006],
    [800000006, 700000007],
    [900000001, null],
  ]);
  const results = await warehouse.rows(
    'select checkup_id, item_code, coalesce("number", cast(choice as double)) as value, choice_system from core.checkup_result order by all',
  );
  warehouse.close();
  expect(results.map((row) => Object.values(row))).toEqual([
    [700000001, hba1c, 5.6, null],
    [700000001, smoking, 2, '24060'],
    [700000002, smoking, 2, '2003'],
    [700000003, smoking, 2, '24060'],
    [700000006, smoking, 2, '24060'],
    [700000007, smoking, 2, '24060'],
  ]);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
});
