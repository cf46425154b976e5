import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, span } from './raw-rows.ts';

type Size = {
  readonly code: string;
  readonly people: number;
  readonly group?: string;
  readonly young?: boolean;
};

/** The unit of each employer, for employers of the given sizes: insured people aged 44, or 24 where young. */
async function unitsOf(sizes: readonly Size[]): Promise<Record<string, unknown>> {
  let person = 0;
  const eligibility = sizes.flatMap(({ code, people, young }) =>
    Array.from({ length: people }, () => {
      person += 1;
      const age_month = young ? '2000-05-01' : '1980-05-01';
      return span({ person_id: person, household_id: person, employer_code: code, age_month });
    }),
  );
  const employer = sizes.map(({ code, group }) => ({
    file_id: 5,
    employer_code: code,
    name: `事業所${code}`,
    group_code: group ?? null,
  }));
  const file = [ledgerFile(), { file_id: 5, kind: 'employer', as_of: '2026-10-31' }];
  const { warehouse } = await builtFrom({ file, employer, eligibility, receipt: deliveries('2024-04', 12) });
  const rows = await warehouse.rows('select employer_code, unit_code from core.reporting_unit');
  warehouse.close();
  return Object.fromEntries(rows.map((row) => [String(row['employer_code']), row['unit_code']]));
}

test('fifty insured people aged 40 to 74 make a unit of its own; forty-nine or the young do not', async () => {
  const units = await unitsOf([
    { code: 'A', people: 50 },
    { code: 'B', people: 49 },
    { code: 'C', people: 60, young: true },
    { code: 'D', people: 30 },
  ]);
  expect(units).toEqual({ A: 'A', B: 'other', C: 'other', D: 'other' });
});

test.each([
  ['fifty without the largest', 20, 'group-G'],
  ['forty-nine without the largest', 19, 'unassigned'],
])('a group pool needs %s', async (_title, people, unit) => {
  const group = 'G';
  const units = await unitsOf([
    { code: 'A', people: 45, group },
    { code: 'B', people: 30, group },
    { code: 'C', people, group },
  ]);
  expect(units['C']).toBe(unit);
});

test('two employers are no pool, and an employer without members does not make a third', async () => {
  const units = await unitsOf([
    { code: 'A', people: 45 },
    { code: 'B', people: 49 },
    { code: 'C', people: 0 },
  ]);
  expect(units['A']).toBe('unassigned');
});

test('a group too small falls to the others', async () => {
  const units = await unitsOf([
    { code: 'A', people: 10, group: 'G' },
    { code: 'B', people: 45 },
    { code: 'C', people: 40 },
    { code: 'D', people: 60, group: 'G' },
  ]);
  expect(units).toEqual({ A: 'other', B: 'other', C: 'other', D: 'D' });
});
