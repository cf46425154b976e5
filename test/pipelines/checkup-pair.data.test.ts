import { afterAll, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import {
  type Examined,
  first,
  intensive,
  type Measured,
  type Person,
  rowsOfPersons,
  sound,
  without,
} from './guidance-rows.ts';

const years = (before: Measured, now: Measured): readonly Examined[] => [
  ['2024-05-01', before],
  ['2025-05-01', now],
];
const interview = (level_code: string) => ({
  report_code: '21',
  event_on: '2024-05-08',
  examined_on: '2024-05-01',
  level_code,
  supports: [first('2024-05-08')],
});

/** One person per scenario. */
const people = {
  same: { checkups: years(sound, { ...sound, weight: 72, bmi: 23.7 }) },
  better: { checkups: years(intensive, sound), documents: [interview('1')] },
  unguided: { checkups: years(intensive, intensive) },
  onMedicine: {
    checkups: years(intensive, { ...intensive, medication_bp: '1' }),
    documents: [interview('1')],
  },
  waistTold: { checkups: years(sound, { ...without(sound, 'waist'), waist_told: 78 }) },
  otherMethod: { checkups: years(sound, { ...without(sound, 'fpg'), fpg_other: 95 }) },
  casual: { checkups: years(sound, { ...without(sound, 'tg'), tg_casual: 130 }) },
  noGlucose: { checkups: years(sound, without(sound, 'fpg', 'hba1c')) },
  creatinine: {
    checkups: years({ ...sound, creatinine: 0.8 }, { ...without(sound, 'egfr'), creatinine_other: 0.8 }),
  },
  egfrGiven: { checkups: years({ ...sound, egfr: 80 }, { ...sound, creatinine: 0.9 }) },
  twoYearsApart: {
    checkups: [
      ['2023-05-01', sound],
      ['2025-05-01', sound],
    ],
  },
  acrossYearEnd: {
    checkups: [
      ['2025-03-31', sound],
      ['2025-04-01', sound],
    ],
  },
  fat: { checkups: years({ ...sound, bmi: 25 }, { ...sound, bmi: 24.9 }) },
  wide: { checkups: years({ ...sound, waist: 85 }, { ...sound, waist: 84.9, bmi: 25 }) },
  pressed: { checkups: years({ ...sound, sbp: 140 }, { ...sound, sbp: 139 }) },
  stillPressed: { checkups: years({ ...sound, sbp: 140 }, { ...sound, sbp: 138, dbp: 90 }) },
  unmeasured: { checkups: years({ ...sound, fpg: 126 }, without(sound, 'fpg')) },
  unmeasuredHigh: { checkups: years({ ...sound, fpg: 126 }, { ...without(sound, 'fpg'), hba1c: 6.5 }) },
  lipids: { checkups: years({ ...sound, ldl: 140 }, { ...sound, ldl: 139, tg: 300 }) },
  syndrome: {
    checkups: years({ ...intensive, fpg: 110 }, { ...intensive, fpg: 109 }),
  },
  cured: { checkups: years({ ...intensive, fpg: 110 }, sound) },
} as const satisfies Readonly<Record<string, Person>>;

const names = Object.keys(people);
const { warehouse, report } = await builtFrom(rowsOfPersons(Object.values(people)));
afterAll(() => warehouse.close());

const pairs = (who: keyof typeof people, columns: string) =>
  warehouse.rows(`select ${columns} from core.checkup_pair where person_id = ${names.indexOf(who) + 1}`);

test('every check holds', () => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
});

test('two years stand side by side', async () => {
  expect(
    await pairs(
      'same',
      'fiscal_year, from_weight, to_weight, weight_comparable, from_bmi, to_bmi, from_level, to_level, was_guided',
    ),
  ).toEqual([
    {
      fiscal_year: 2025,
      from_weight: 70,
      to_weight: 72,
      weight_comparable: true,
      from_bmi: 23,
      to_bmi: 23.7,
      from_level: 'information',
      to_level: 'information',
      was_guided: false,
    },
  ]);
});

test('a year between, or two checkups of one year, are no pair; 31 March and 1 April are', async () => {
  expect(await pairs('twoYearsApart', '1')).toEqual([]);
  expect(await pairs('acrossYearEnd', 'fiscal_year')).toEqual([{ fiscal_year: 2025 }]);
});

test.each([
  ['same', 'waist', true],
  ['waistTold', 'waist', false],
  ['same', 'fpg', true],
  ['otherMethod', 'fpg', false],
  ['noGlucose', 'fpg', false],
  ['noGlucose', 'hba1c', false],
  ['same', 'tg', true],
  ['casual', 'tg', false],
  ['same', 'egfr', false],
  ['creatinine', 'egfr', false],
  ['egfrGiven', 'egfr', true],
] as const)('%s: %s is compared: %s', async (who, item, is) => {
  expect(await pairs(who, `${item}_comparable as is_comparable`)).toEqual([{ is_comparable: is }]);
});

test('values that are not compared are there all the same', async () => {
  expect(await pairs('waistTold', 'from_waist, to_waist')).toEqual([{ from_waist: 80, to_waist: 78 }]);
  expect(await pairs('casual', 'from_tg, to_tg')).toEqual([{ from_tg: 100, to_tg: 130 }]);
});

test.each([
  ['fat', true, false],
  ['wide', true, true],
  ['same', false, false],
] as const)('obesity of %s: %s, then %s', async (who, was, is) => {
  expect(await pairs(who, 'was_obese, is_obese')).toEqual([{ was_obese: was, is_obese: is }]);
});

test.each([
  ['pressed', 'bp', true, true],
  ['stillPressed', 'bp', true, false],
  ['same', 'bp', false, null],
  ['unmeasured', 'glucose', true, null],
  ['unmeasuredHigh', 'glucose', true, false],
  ['lipids', 'lipid', true, false],
] as const)('%s: %s in the range of disease %s, controlled %s', async (who, field, was, is) => {
  expect(await pairs(who, `${field}_was_diseased as was, ${field}_controlled as is_now`)).toEqual([
    { was, is_now: is },
  ]);
});

test.each([
  ['better', 'intensive', 'information', true],
  ['unguided', 'intensive', 'intensive', false],
  ['onMedicine', 'intensive', 'excluded', true],
] as const)('guidance of %s: from %s to %s, guided: %s', async (who, from_level, to_level, was_guided) => {
  expect(await pairs(who, 'from_level, to_level, was_guided')).toEqual([
    { from_level, to_level, was_guided },
  ]);
});

test.each([
  ['syndrome', 'present', 'borderline'],
  ['cured', 'present', 'absent'],
] as const)('metabolic syndrome of %s: %s, then %s', async (who, from_metabolic, to_metabolic) => {
  expect(await pairs(who, 'from_metabolic, to_metabolic')).toEqual([{ from_metabolic, to_metabolic }]);
});

test('risk to risk, item by item, null where one year has no value', async () => {
  const rows = await warehouse.rows(
    `select item, from_judgement, to_judgement from core.judgement_pair
     where person_id = ${names.indexOf('unmeasuredHigh') + 1} and item in ('fpg', 'hba1c', 'ldl', 'egfr') order by item`,
  );
  expect(rows).toEqual([
    { item: 'fpg', from_judgement: 'referral', to_judgement: null },
    { item: 'hba1c', from_judgement: 'within', to_judgement: 'referral' },
    { item: 'ldl', from_judgement: 'within', to_judgement: 'within' },
  ]);
});
