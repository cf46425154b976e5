import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

const systolic = { other: '9A755000000000001', second: '9A752000000000001', first: '9A751000000000001' };
const diastolic = { other: '9A765000000000001', second: '9A762000000000001', first: '9A761000000000001' };
const fasting = '3D010000001926101';
const bmi = '9N011000000000001';

const checkup = (checkup_seq: number, cells = {}) => ({
  file_id: 7,
  checkup_seq,
  key_base: 'base-1',
  examined_on: '2024-06-01',
  records: 1,
  ...cells,
});
const result = (checkup_seq: number, item_code: string, number: number | null, state = 'measured') => ({
  file_id: 7,
  checkup_seq,
  item_code,
  number,
  state,
});

async function checkupsOf(checkups: readonly object[], results: readonly object[], columns: string) {
  const { warehouse, report } = await builtFrom({
    file: [ledgerFile(), { file_id: 7, kind: 'checkup', records: checkups.length }],
    eligibility: [span({ lost_on: '2024-09-10' })],
    person_link: [link('base-1', 1)],
    receipt: deliveries('2024-04', 12),
    checkup: checkups.map((row) => ({ ...row })),
    checkup_result: results.map((row) => ({ ...row })),
  });
  const rows = await warehouse.rows(`select ${columns} from core.checkup order by checkup_id`);
  warehouse.close();
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  return rows;
}

test('a checkup links when the person is covered on the day of the examination', async () => {
  const rows = await checkupsOf(
    [
      checkup(1, { examined_on: '2024-09-09' }),
      checkup(2, { examined_on: '2024-09-10' }),
      checkup(3, { key_base: 'unknown' }),
    ],
    [],
    'is_linked, unlinked_reason, fiscal_year',
  );
  expect(rows).toEqual([
    { is_linked: true, unlinked_reason: null, fiscal_year: 2024 },
    { is_linked: false, unlinked_reason: 'no_cover', fiscal_year: 2024 },
    { is_linked: false, unlinked_reason: 'no_person', fiscal_year: 2024 },
  ]);
});

test('a checkup on 31 March belongs to the year that ends with it', async () => {
  const days = ['2024-03-31', '2024-04-01'];
  const rows = await checkupsOf(
    days.map((examined_on, index) => checkup(index, { examined_on })),
    [],
    'fiscal_year',
  );
  expect(rows).toEqual([{ fiscal_year: 2023 }, { fiscal_year: 2024 }]);
});

test('blood pressure: other, then second, then first reading, and both values of the same one', async () => {
  const rows = await checkupsOf(
    [1, 2, 3, 4].map((seq) => checkup(seq)),
    [
      ...(['other', 'second', 'first'] as const).flatMap((reading, index) => [
        result(1, systolic[reading], 120 + index),
        result(1, diastolic[reading], 80 + index),
      ]),
      result(2, systolic.second, 131),
      result(2, systolic.first, 132),
      result(2, diastolic.other, 90),
      result(2, diastolic.second, 91),
      result(3, systolic.other, null, 'not_measurable'),
      result(3, systolic.first, 142),
      result(3, diastolic.first, 92),
      result(4, systolic.other, 150),
      result(4, diastolic.first, 93),
    ],
    'sbp, dbp',
  );
  expect(rows).toEqual([
    { sbp: 120, dbp: 80 },
    { sbp: 131, dbp: 91 },
    { sbp: 142, dbp: 92 },
    { sbp: 150, dbp: null },
  ]);
});

test('what was not measured is no value, and every result stays in the long table', async () => {
  const rows = await checkupsOf(
    [checkup(1)],
    [result(1, fasting, null, 'not_performed'), result(1, bmi, 24.9), result(1, 'unknown-item', 5)],
    'fpg, bmi, (select count(*) from core.checkup_result) as results',
  );
  expect(rows).toEqual([{ fpg: null, bmi: 24.9, results: 3 }]);
});
