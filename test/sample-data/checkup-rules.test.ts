import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#sample-data/calendar.ts';
import { findingsOf } from '#sample-data/checkup/findings.ts';
import { kidneyOf } from '#sample-data/checkup/kidney.ts';
import { metabolicOf } from '#sample-data/checkup/metabolic.ts';
import { narrowKana } from '#sample-data/checkup/narrow-kana.ts';
import { earlyCode, type Outcome, type Support } from '#sample-data/guidance/course.ts';
import { isCompleted, pointsOf, supportPoints } from '#sample-data/guidance/points.ts';
import type { Body } from '#sample-data/guidance-level.ts';

const none = [false, false, false];
const body: Body = {
  male: true,
  age: 50,
  waist: 85,
  fpg: 109,
  tg: 149,
  hdl: 40,
  sbp: 129,
  dbp: 84,
  smokes: false,
  medicines: none,
};

describe('metabolic syndrome', () => {
  test.each([
    [{}, 'absent'],
    [{ fpg: 110 }, 'borderline'],
    [{ fpg: 110, sbp: 130 }, 'present'],
    [{ fpg: 110, sbp: 130, waist: 84.9 }, 'absent'],
    [{ fpg: 110, sbp: 130, waist: 84.9, fat: 100 }, 'present'],
    [{ hdl: 39, dbp: 85 }, 'present'],
    [{ medicines: [true, false, true] }, 'present'],
    [{ fpg: undefined, hba1c: 5.9 }, 'absent'],
    [{ fpg: undefined, hba1c: 6 }, 'borderline'],
    [{ fpg: undefined, casual: 109, hba1c: 6.4 }, 'absent'],
    [{ tg: undefined, casualTg: 174 }, 'absent'],
    [{ tg: undefined, casualTg: 175 }, 'borderline'],
    [{ fpg: undefined }, 'undecidable'],
    [{ fpg: undefined, waist: 70 }, 'absent'],
    [{ fpg: undefined, tg: 150, sbp: 130 }, 'present'],
    [{ waist: undefined }, 'absent'],
    [{ waist: undefined, sbp: 130 }, 'undecidable'],
  ] as const)('%o: %s', (change, level) => {
    expect(metabolicOf({ ...body, ...change })).toBe(level);
  });
});

describe('judgements of items', () => {
  const judged = (values: Parameters<typeof findingsOf>[0], year = 2025, male = true) =>
    Object.fromEntries(findingsOf(values, undefined, male, year));
  test('limits hold from the value named', () => {
    expect(judged({ sbp: 129, dbp: 84, ldl: 119, fpg: 99, ggt: 50 })).toEqual({
      sbp: 'within',
      dbp: 'within',
      ldl: 'within',
      fpg: 'within',
      ggt: 'within',
    });
    expect(judged({ sbp: 139, dbp: 90, ldl: 140, fpg: 125, ggt: 101 })).toEqual({
      sbp: 'guidance',
      dbp: 'referral',
      ldl: 'referral',
      fpg: 'guidance',
      ggt: 'referral',
    });
  });

  test('HDL sends to a doctor before fiscal 2024 only', () => {
    expect([judged({ hdl: 34 }, 2023), judged({ hdl: 34 }, 2024), judged({ hdl: 40 })]).toEqual([
      { hdl: 'referral' },
      { hdl: 'guidance' },
      { hdl: 'within' },
    ]);
  });

  test('of haemoglobin the edge counts, by sex', () => {
    expect(judged({ hemoglobin: 13.1 }).hemoglobin).toBe('within');
    expect(judged({ hemoglobin: 13 }).hemoglobin).toBe('guidance');
    expect(judged({ hemoglobin: 12 }).hemoglobin).toBe('referral');
    expect(judged({ hemoglobin: 12.1 }, 2025, false).hemoglobin).toBe('within');
  });

  test('casual triglycerides have a limit of their own', () => {
    expect([judged({ tg: 150 }).tg, judged({ casualTg: 174 }).tg, judged({ casualTg: 175 }).tg]).toEqual([
      'guidance',
      'within',
      'guidance',
    ]);
  });
});

test('the CKD map: edges of G and A', () => {
  const at = (egfr: number) => kidneyOf(egfr, 1)?.g;
  expect([90, 89.9, 60, 59.9, 45, 44.9, 30, 29.9].map(at)).toEqual([
    'G1',
    'G2',
    'G2',
    'G3a',
    'G3a',
    'G3b',
    'G3b',
    'G4-5',
  ]);
  expect([1, 2, 3].map((strip) => kidneyOf(70, strip)?.a)).toEqual(['A1', 'A2', 'A3']);
  expect(kidneyOf(undefined, 1)).toBeUndefined();
});

const checkupDay = dayOf(2025, 6, 1);
const support = (kind: Support['kind'], day: number, points?: number): Support => ({
  kind,
  day,
  form: '5',
  minutes: 10,
  performer: '2',
  points,
});
const outcome: Outcome = {
  ...{ waist: 80, weight: 60 },
  ...{ waistWeight: 1, diet: 1, exercise: 0, rest: 9, other: 0, smoking: 8 },
};
const course: Parameters<typeof pointsOf>[0] = {
  fiscalYear: 2025,
  checkupDay,
  level: 'intensive',
  firstPart: undefined,
  first: support('first', checkupDay),
  supports: [support('continued', checkupDay + 20, 70), support('interim', checkupDay + 40, 30)],
  final: support('final', dayOf(2025, 9, 1)),
  outcome,
  unreachable: undefined,
};
const completed = (change: Partial<Parameters<typeof pointsOf>[0]> = {}) => {
  const changed = { ...course, ...change };
  return isCompleted(changed, pointsOf(changed));
};

describe('points of guidance', () => {
  test('by form since fiscal 2024, by minutes too before', () => {
    expect(['1', '3', '5', '6'].map((form) => supportPoints(form as '1', 40, 2024))).toEqual([
      70, 70, 30, 30,
    ]);
    expect([supportPoints('1', 30, 2023), supportPoints('1', 60, 2023)]).toEqual([120, 120]);
    expect([
      supportPoints('3', 40, 2023),
      supportPoints('5', 10, 2023),
      supportPoints('5', 30, 2023),
    ]).toEqual([40, 30, 60]);
    expect(supportPoints('6', 0, 2023)).toBe(40);
  });

  test('early, process and outcome add up; before fiscal 2024 process alone', () => {
    expect(pointsOf(course)).toEqual({ early: 20, process: 100, outcome: 40 });
    expect(pointsOf({ ...course, fiscalYear: 2023 })).toEqual({ early: 0, process: 100, outcome: 0 });
  });

  test('an interview is early on the day and until the seventh after it; of two parts the first counts', () => {
    const code = (days: number) => earlyCode({ ...course, first: support('first', checkupDay + days) });
    expect([0, 1, 7, 8].map(code)).toEqual([1, 2, 2, 0]);
    const firstPart = support('first-part', checkupDay);
    expect(earlyCode({ ...course, first: support('first', checkupDay + 20), firstPart })).toBe(1);
  });

  test('intensive guidance needs 180 points', () => {
    expect(completed()).toBe(false);
    expect(completed({ outcome: { ...outcome, exercise: 1 } })).toBe(true);
    expect(completed({ level: 'motivational' })).toBe(true);
  });

  test('the evaluation is three months on, or was tried twice', () => {
    const level = 'motivational' as const;
    expect(completed({ level, final: support('final', dayOf(2025, 8, 31)) })).toBe(false);
    const tried = { level, final: undefined, outcome: undefined };
    expect(completed({ ...tried, unreachable: { attempts: 1, day: checkupDay + 100 } })).toBe(false);
    expect(completed({ ...tried, unreachable: { attempts: 2, day: checkupDay + 100 } })).toBe(true);
    expect(completed(tried)).toBe(false);
  });
});

test('katakana in half width is the same letters', () => {
  expect(narrowKana('ミホン　ダイスケ')).toBe('ﾐﾎﾝ ﾀﾞｲｽｹ');
  fc.assert(
    fc.property(fc.stringMatching(/^[ア-ヴー]{1,8}$/), (kana) => {
      expect(narrowKana(kana).normalize('NFKC')).toBe(kana.normalize('NFKC'));
    }),
  );
});
