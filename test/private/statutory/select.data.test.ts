import { beforeAll, describe, expect, test } from 'vitest';
import { statutoryChecks, statutoryMeasures } from '#private/statutory/pipelines.ts';
import { type Selected, selectReport } from '#private/statutory/select.ts';
import { statutorySettings } from '#private/statutory/settings.ts';
import { attachScratch } from '#private/warehouse.ts';
import { builtFrom, type RawRows } from '../../pipelines/fixture.ts';
import { begun, courses, finished } from './courses.ts';
import { type Checkup, intensive, society } from './society.ts';

/** The report of fiscal 2025, and the codes each person's documents were found with. */
async function reportOf(raw: RawRows): Promise<Selected & { readonly codes: Record<string, string[]> }> {
  const { warehouse, report } = await builtFrom(raw);
  try {
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    await attachScratch(warehouse);
    const selected = await selectReport(
      warehouse,
      '06999991',
      2025,
      statutorySettings(2025),
      statutoryMeasures(),
    );
    const rows = await warehouse.rows(`
      select kind, person_id, code from input.statutory_finding
      inner join (
        select 'checkup' as kind, document_id, person_id from input.statutory_checkup
        union all
        select 'guidance' as kind, document_id, person_id from input.statutory_course
      ) using (kind, document_id)
      order by person_id, code`);
    const codes: Record<string, string[]> = {};
    for (const row of rows) {
      const person = String(row['person_id']);
      codes[person] = [...(codes[person] ?? []), String(row['code'])];
    }
    return { ...selected, codes };
  } finally {
    warehouse.close();
  }
}

describe('the pre-check', () => {
  const day = '2025-06-01';
  const later = { person: 0, day };
  /** Person → what is wrong with what came in about him, and the checks that must find it. */
  const faults: Record<number, { checkup: Omit<Checkup, 'person' | 'day'>; found: string[] }> = {
    1: { checkup: {}, found: [] },
    2: { checkup: { given: { hdl: undefined } }, found: ['checkup-item-missing'] },
    3: { checkup: { given: { guidance: ['2', '3001'] } }, found: ['checkup-level-differs'] },
    4: { checkup: { given: { metabolic: ['2', '1008'] } }, found: ['checkup-metabolic-differs'] },
    5: { checkup: { given: { metabolic: undefined } }, found: ['checkup-level-missing'] },
    6: { checkup: { cells: { insurer_number: '06999983' } }, found: ['checkup-insurer-differs'] },
    7: { checkup: { cells: { sex: '2' } }, found: ['checkup-sex-differs'] },
    8: { checkup: { cells: { age_on_day: 43 } }, found: ['checkup-age-impossible'] },
    9: { checkup: { cells: { institution: null } }, found: ['checkup-institution-missing'] },
    10: { checkup: { cells: { institution: null, provenance: 'employer' } }, found: [] },
    11: {
      checkup: { further: { '3C015000002327101': { text: '0,8' } } },
      found: ['checkup-value-missing'],
    },
    12: { checkup: { given: { smoking: ['4', '24060'] } }, found: ['checkup-choice-unlisted'] },
    13: { checkup: { given: { smoking: ['2', '2003'] } }, found: ['checkup-choice-unlisted'] },
    14: { checkup: { given: { ast: 1001 } }, found: ['checkup-range-exceeded'] },
    24: { checkup: { given: { ast: 1000 } }, found: [] },
    25: { checkup: { given: { physician: '長'.repeat(257) } }, found: ['checkup-text-long'] },
    26: { checkup: { given: { physician: '長'.repeat(256) } }, found: [] },
    15: { checkup: { given: { ast: { number: 1001, flag: 'H' } } }, found: [] },
    16: { checkup: { given: { mealTime: ['3', '2202'] } }, found: ['checkup-meal-time-differs'] },
    17: { checkup: { given: { bmi: 22.2 } }, found: ['checkup-bmi-differs'] },
    18: { checkup: { given: { bmi: 22.1 } }, found: [] },
    19: {
      checkup: { given: { diastolic: undefined }, further: { '9A765000000000001': 74 } },
      found: ['checkup-pressure-unpaired'],
    },
    20: { checkup: {}, found: ['checkup-repeated'] },
    21: { checkup: {}, found: ['checkup-body-changed'] },
    22: { checkup: {}, found: [] },
    23: { checkup: { further: { '9Z999999999999999': 1 } }, found: ['checkup-item-unlisted'] },
  };
  let report: Awaited<ReturnType<typeof reportOf>>;

  beforeAll(async () => {
    const persons = Object.keys(faults).map(Number);
    report = await reportOf(
      society(
        persons.map((person_id) => ({ person_id })),
        [
          ...persons.map((person) => ({ ...later, ...faults[person]?.checkup, person })),
          { person: 20, day: '2025-07-01' },
          { person: 21, day: '2024-06-01', given: { height: 164.9, bmi: 23.4 } },
          { person: 22, day: '2024-06-01', given: { height: 165, bmi: 23.4 } },
        ],
      ),
    );
  });

  test.each(Object.entries(faults))('person %s is found as planted', (person, { found }) => {
    expect(report.codes[person] ?? []).toEqual(found);
  });

  test('every check of checkups found its planted fault, and is counted', () => {
    const planted = Object.values(faults).flatMap(({ found }) => found);
    for (const { check, documents } of report.findings.filter((one) => one.check.of === 'checkup'))
      expect([check.code, documents]).toEqual([
        check.code,
        planted.filter((code) => code === check.code).length,
      ]);
    expect(new Set(planted)).toEqual(
      new Set(statutoryChecks().flatMap(({ of, code }) => (of === 'checkup' ? [code] : []))),
    );
  });

  test('documents that the fund would refuse are held back', () => {
    const refused = new Set(
      statutoryChecks().flatMap(({ severity, code }) => (severity === 'reject' ? [code] : [])),
    );
    const held = Object.values(faults).filter(({ found }) => found.some((code) => refused.has(code)));
    expect(report.documents.checkup).toEqual({ written: 26 - held.length, held: held.length });
  });
});

test('whoever was examined is assessed, or has one reason not to be reported', async () => {
  const cover: Record<number, object> = {
    1: {},
    2: { lost_on: '2025-12-01' },
    3: { gained_on: '2025-04-02' },
    4: { age_month: '1990-05-01' },
    5: {},
    6: { age_month: '1950-06-01' },
  };
  const persons = Object.keys(cover).map(Number);
  const { figures, unreported } = await reportOf(
    society(
      persons.map((person_id) => ({ person_id, ...cover[person_id] })),
      persons.map((person) => ({
        ...{ person, day: '2025-05-20' },
        given: person === 5 ? { waist: undefined } : {},
      })),
    ),
  );
  const total = figures.find(({ sex, band }) => sex === 'both' && band === 'total');
  expect(total?.counts).toMatchObject({ targets: 2, examined: 1, assessed: 1 });
  expect(unreported).toEqual({
    ...{ 'not-judged': 1, 'left-early': 2, 'joined-later': 1 },
    ...{ excluded: 0, 'unknown-cover': 0, 'other-age': 1 },
  });
});

describe('the pre-check of guidance', () => {
  const day = '2025-06-01';
  let report: Awaited<ReturnType<typeof reportOf>>;
  const found: Record<number, string[]> = {
    1: [],
    2: ['guidance-unfinished'],
    3: ['guidance-completion-unmet', 'guidance-interview-missing'],
    4: ['guidance-days-impossible'],
    5: ['guidance-completion-unmet', 'guidance-unfinished'],
    6: ['guidance-insurer-differs'],
    7: ['guidance-contractor-missing'],
    8: ['guidance-level-differs'],
    9: ['guidance-choice-unlisted'],
    10: [
      'guidance-checkup-missing',
      'guidance-completion-unmet',
      'guidance-points-differ',
      'guidance-unfinished',
    ],
    11: ['guidance-late'],
    12: ['guidance-points-differ'],
    13: ['guidance-points-differ'],
    14: [],
    15: [],
  };

  beforeAll(async () => {
    const told = [
      ...[1, 6, 7, 9, 10, 12].flatMap((person) => [begun(person), finished(person)]),
      begun(2),
      // On the day of the checkup: 20 points more than delivered.
      ...[begun(13, '2025-06-01'), finished(13)],
      // On the last day to report, and on the day after: that one is in the report of the next year.
      ...[begun(14), finished(14, '2026-11-01')],
      ...[begun(15), finished(15, '2026-11-02')],
      finished(3),
      ...[begun(4, '2025-05-31'), finished(4)],
      ...[begun(5), finished(5, '2025-09-09')],
      ...[begun(8, '2025-06-10', { level_code: '2' }), finished(8, '2025-09-20', 60, { level_code: '2' })],
      ...[begun(11, '2025-10-20', { examined_on: '2024-06-01' })],
      finished(11, '2026-01-25', 60, { examined_on: '2024-06-01' }),
    ].map((document) => ({
      ...document,
      cells: {
        ...document.cells,
        ...(document.person === 6 ? { insurer_number: '06999983' } : {}),
        ...(document.person === 7 ? { institution: null } : {}),
        ...(document.person === 10 ? { examined_on: '2025-06-02' } : {}),
      },
      items: (document.items ?? []).map((item) =>
        document.person === 9 && item.item_code === '1020000002'
          ? { ...item, choice: '6' }
          : document.person === 12 && item.item_code === '1042010080'
            ? { ...item, number: 190 }
            : item,
      ),
    }));
    const persons = Object.keys(found).map(Number);
    report = await reportOf(
      society(
        persons.map((person_id) => ({ person_id })),
        [
          ...persons.map((person) => ({ person, day, given: intensive })),
          { person: 11, day: '2024-06-01', given: intensive },
        ],
        courses(told),
      ),
    );
  });

  test.each(Object.entries(found))('person %s is found as planted', (person, codes) => {
    expect((report.codes[person] ?? []).filter((code) => code.startsWith('guidance'))).toEqual(codes);
  });

  test('every check of guidance found its planted fault', () => {
    expect(new Set(Object.values(found).flat())).toEqual(
      new Set(statutoryChecks().flatMap(({ of, code }) => (of === 'guidance' ? [code] : []))),
    );
  });

  test('figures count begun and completed guidance of the year alone', () => {
    const total = report.figures.find(({ sex, band }) => sex === 'both' && band === 'total');
    expect(report.documents.guidance).toEqual({ written: 7, held: 7 });
    expect(total?.counts).toMatchObject({
      targets: 15,
      examined: 15,
      assessed: 15,
      metabolic: 15,
      metabolic_before: 1,
      guided_before: 1,
      guided_to_none: 0,
      intensive: 15,
      intensive_used: 13,
      intensive_completed: 8,
      motivational: 0,
      guided: 15,
      guided_used: 13,
      guided_completed: 8,
    });
  });
});
