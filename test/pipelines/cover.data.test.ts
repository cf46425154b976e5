import { describe, expect, test } from 'vitest';
import { builtFrom, type RawRows } from './fixture.ts';
import { deliveries, ledgerFile, span } from './raw-rows.ts';

const year: RawRows = { file: [ledgerFile()], receipt: deliveries('2024-04', 12) };

async function memberYears(spans: RawRows[string], raw: RawRows = year) {
  const { warehouse, report } = await builtFrom({ ...raw, eligibility: spans });
  const rows = await warehouse.rows(
    'select person_id, fiscal_year, age, age_band, relation, employer_code, unit, person_months from core.member_year order by all',
  );
  warehouse.close();
  expect(report.checks.filter((check) => !check.ok && !check.name.startsWith('spans'))).toEqual([]);
  return rows;
}

test('born on 1 April one is a year older on 31 March than born on 2 April', async () => {
  const rows = await memberYears([
    span({ person_id: 1, age_month: '1985-03-01' }),
    span({ person_id: 2, age_month: '1985-04-01' }),
  ]);
  expect(rows.map((row) => [row['age'], row['age_band']])).toEqual([
    [40, '40-44'],
    [39, '35-39'],
  ]);
});

describe('months of membership', () => {
  const cases = [
    ['gained on the last day of the first month', { gained_on: '2024-04-30' }, 12],
    ['gained on the first day of the second month', { gained_on: '2024-05-01' }, 11],
    ['lost on the last day of the last month: that day is not covered', { lost_on: '2025-03-31' }, 11],
    ['lost on the day after the year', { lost_on: '2025-04-01' }, 12],
    ['lost on the first day of the year', { lost_on: '2024-04-01' }, undefined],
    ['lost on the second day of the year: covered one day', { lost_on: '2024-04-02' }, 0],
    ['gained and lost within a month', { gained_on: '2024-06-03', lost_on: '2024-06-20' }, 0],
    [
      'lost on the day it was gained: never covered',
      { gained_on: '2024-06-03', lost_on: '2024-06-03' },
      undefined,
    ],
  ] as const;
  const rows = memberYears(cases.map(([, cells], index) => span({ ...cells, person_id: index })));

  test.each(cases.map((one, person) => [one[0], one[2], person] as const))(
    '%s: %s',
    async (_title, months, person) => {
      const own = (await rows).filter((row) => row['person_id'] === person);
      expect(own.map((row) => row['person_months'])).toEqual(months === undefined ? [] : [months]);
    },
  );
});

test('a year takes relation and employer of the last month of membership', async () => {
  const rows = await memberYears([
    span({ employer_code: 'E01', lost_on: '2024-10-01' }),
    span({ employer_code: 'E02', gained_on: '2024-10-01', lost_on: '2025-02-10', household_id: 7 }),
    span({ employer_code: 'E03', gained_on: '2025-03-02', lost_on: '2025-03-05', relation: 'dependant' }),
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ employer_code: 'E02', relation: 'insured', person_months: 10 });
});

test('overlapping spans make one month of membership, of the span gained last', async () => {
  const rows = await memberYears([
    span({ employer_code: 'E01' }),
    span({ employer_code: 'E02', gained_on: '2024-12-01' }),
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ employer_code: 'E02', person_months: 12 });
});

test('the newest ledger replaces older ones, whatever the order of arrival', async () => {
  const file = [ledgerFile({ file_id: 1 }), ledgerFile({ file_id: 3, as_of: '2026-09-30' })];
  const rows = await memberYears([span({ file_id: 1, person_id: 1 }), span({ file_id: 3, person_id: 2 })], {
    ...year,
    file,
  });
  expect(rows.map((row) => row['person_id'])).toEqual([1]);
});

test('months are closed three months later, and a year is complete only when all twelve are', async () => {
  const raw = { file: [ledgerFile()], receipt: deliveries('2024-04', 24), eligibility: [span()] };
  const { warehouse } = await builtFrom(raw, new Date('2026-05-31T23:00:00+09:00'));
  expect(await warehouse.rows('select closed_through from config.run')).toEqual([
    { closed_through: '2026-02-01' },
  ]);
  expect(await warehouse.rows('select fiscal_year, is_complete from core.fiscal_year order by all')).toEqual([
    { fiscal_year: 2024, is_complete: true },
    { fiscal_year: 2025, is_complete: false },
  ]);
  warehouse.close();
});

test('a month whose claims did not arrive keeps its year incomplete', async () => {
  const receipts = deliveries('2024-04', 12).filter((row) => row['service_month'] !== '2024-08-01');
  const { warehouse } = await builtFrom({ ...year, receipt: receipts, eligibility: [span()] });
  expect(await warehouse.rows('select is_complete from core.fiscal_year')).toEqual([{ is_complete: false }]);
  expect(await warehouse.rows('select * from analyses.members')).toEqual([]);
  warehouse.close();
});
