import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageAtYearEnd,
  ageOn,
  completesAge,
  dayOf,
  eraDay,
  fiscalYearOf,
  isoDay,
  monthOfDay,
} from '#sample-data/calendar.ts';
import { judgedRisks } from '#sample-data/checkup/risks.ts';
import type { Diagnosis } from '#sample-data/claims.ts';
import { ageBand } from '#sample-data/count.ts';
import { brokenByte, encodeCp932 } from '#sample-data/cp932.ts';
import { mainDiseaseClass } from '#sample-data/disease-class.ts';
import { employerSizes, employers } from '#sample-data/employers.ts';
import { drugPoints } from '#sample-data/facts.ts';
import { stream } from '#sample-data/random.ts';
import { reportingUnits } from '#sample-data/reporting-units.ts';

function diagnosis(code: string, main: boolean, modifiers = ''): Diagnosis {
  return { code, main, modifiers, text: '', started: 0, outcome: '1' };
}

describe('ages', () => {
  test('a year of age is completed on the day before the birthday', () => {
    expect(ageAtYearEnd(dayOf(1984, 4, 1), 2024)).toBe(41);
    expect(ageAtYearEnd(dayOf(1984, 4, 2), 2024)).toBe(40);
    expect(isoDay(completesAge(dayOf(2004, 2, 29), 21))).toBe('2025-02-28');
    expect(ageOn(dayOf(2000, 5, 1), dayOf(2024, 4, 29))).toBe(23);
    expect(ageOn(dayOf(2000, 5, 1), dayOf(2024, 4, 30))).toBe(24);
  });

  test('bands and fiscal years begin where they should', () => {
    expect([4, 5, 39, 40, 74, 75, 90].map(ageBand)).toEqual([
      '00-04',
      '05-09',
      '35-39',
      '40-44',
      '70+',
      '70+',
      '70+',
    ]);
    expect([fiscalYearOf(2025 * 12 + 2), fiscalYearOf(2025 * 12 + 3)]).toEqual([2024, 2025]);
    expect(monthOfDay(dayOf(2024, 12, 31))).toBe(2024 * 12 + 11);
  });

  test('eras change on their days', () => {
    expect(
      ['1989-01-07', '1989-01-08', '2019-04-30', '2019-05-01'].map((day) =>
        eraDay(Date.parse(day) / 86_400_000),
      ),
    ).toEqual(['3640107', '4010108', '4310430', '5010501']);
  });
});

describe('main disease', () => {
  test('a suspected disease is passed over, however it is marked', () => {
    expect(mainDiseaseClass([diagnosis('1629006', true, '8002'), diagnosis('8833421', false)])).toBe('09');
    expect(mainDiseaseClass([diagnosis('4659007', false), diagnosis('8833421', true)])).toBe('09');
    expect(mainDiseaseClass([diagnosis('4659007', false), diagnosis('8833421', false)])).toBe('10');
    expect(mainDiseaseClass([diagnosis('4659007', false, '8002'), diagnosis('1629006', true, '8002')])).toBe(
      '02',
    );
  });

  test('abolished codes follow their successor; unknown and uncoded ones are unclassified', () => {
    expect(mainDiseaseClass([diagnosis('8899901', true)])).toBe('09');
    expect(mainDiseaseClass([diagnosis('0000999', true), diagnosis('8833421', false)])).toBe('unclassified');
    expect(mainDiseaseClass([diagnosis('9999901', true)])).toBe('unclassified');
    expect(mainDiseaseClass([diagnosis('8850104', true)])).toBe('22');
  });
});

describe('reporting units', () => {
  const none = employers.map(() => 0);
  const sized = (sizes: Record<number, number>) => none.map((_, index) => sizes[index] ?? 0);

  test('fifty insured of 40–74 stand alone, forty-nine do not', () => {
    const units = reportingUnits(sized({ 0: 900, 1: 900 }), sized({ 0: 50, 1: 49 }));
    expect(units[0]).toBe('1001');
    expect(units[1]).toBe('unassigned');
  });

  test('a group pools three employers with fifty people without its largest', () => {
    expect(reportingUnits(sized({ 8: 90, 9: 30, 10: 20 }), none).slice(8, 11)).toEqual([
      'group-A',
      'group-A',
      'group-A',
    ]);
    expect(reportingUnits(sized({ 8: 90, 9: 30, 10: 19 }), none)[8]).toBe('unassigned');
    expect(reportingUnits(sized({ 8: 90, 9: 60 }), none)[8]).toBe('unassigned');
    expect(reportingUnits(sized({ 8: 90, 9: 60, 11: 50 }), none)[8]).toBe('other');
  });
});

describe('risks', () => {
  const risk = (values: Parameters<typeof judgedRisks>[0], male: boolean) =>
    Object.fromEntries(judgedRisks(values, male).map((one) => [one.risk, one.atRisk]));

  test('limits are met from the value named', () => {
    expect(
      [
        risk({ waist: 84.9 }, true),
        risk({ waist: 85 }, true),
        risk({ waist: 89.9 }, false),
        risk({ waist: 90 }, false),
      ].map((one) => one['obesity']),
    ).toEqual([false, true, false, true]);
    expect(
      [
        risk({ sbp: 129, dbp: 84 }, true),
        risk({ sbp: 130, dbp: 60 }, true),
        risk({ sbp: 110, dbp: 85 }, true),
      ].map((one) => one['blood-pressure']),
    ).toEqual([false, true, true]);
    expect(
      [
        risk({ fpg: 99, hba1c: 6.5 }, true),
        risk({ hba1c: 5.6 }, true),
        risk({ hba1c: 5.5 }, true),
        risk({ casual: 100 }, true),
      ].map((one) => one['glucose']),
    ).toEqual([false, true, false, true]);
    expect(
      [
        risk({ tg: 149, hdl: 40, ldl: 119 }, true),
        risk({ casualTg: 174, hdl: 60, ldl: 90 }, true),
        risk({ casualTg: 175, hdl: 60, ldl: 90 }, true),
      ].map((one) => one['lipids']),
    ).toEqual([false, false, true]);
    expect(
      [
        risk({ ast: 30, alt: 30, ggt: 50 }, true),
        risk({ ast: 31, alt: 10, ggt: 10 }, true),
        risk({ ast: 1, alt: 1, ggt: 51 }, true),
      ].map((one) => one['liver']),
    ).toEqual([false, true, true]);
  });

  test('a risk without its values is not judged', () => {
    expect(judgedRisks({}, true)).toEqual([]);
    expect(Object.keys(risk({ tg: 100, ldl: 100 }, true))).toEqual([]);
  });
});

describe('tools', () => {
  test('cp932 text survives the round trip, and a broken byte stays broken', () => {
    const text = 'カナリヤ①㈱～－髙﨑ｱｲｳ架空,"';
    expect(new TextDecoder('shift_jis').decode(encodeCp932(text))).toBe(text);
    expect([...encodeCp932(`${brokenByte},`)]).toEqual([0x83, 0x2c]);
    expect(() => encodeCp932('😀')).toThrow('no cp932 code');
  });

  test('drug points: up to 15 yen one, then half a point down', () => {
    expect([0.5, 15, 15.1, 25, 25.1, 35].map(drugPoints)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test('streams are equal for equal keys and differ for others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0, max: 1_000_000 }), (seed, key) => {
        const draw = (...keys: number[]) => Array.from({ length: 4 }, stream(...keys).next);
        expect(draw(seed, key)).toEqual(draw(seed, key));
        expect(draw(seed, key)).not.toEqual(draw(seed, key + 1));
      }),
    );
  });

  test('weights are met within a percent', () => {
    const random = stream(1, 2, 3);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 100_000; draw++) counts[random.weighted([1, 4, 10])]!++;
    [0.1, 0.3, 0.6].forEach((share, index) => {
      expect(Math.abs(counts[index]! / 100_000 - share)).toBeLessThan(0.01);
    });
  });

  test('employer sizes add up and none is below four', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1_000_000 }), (members) => {
        const sizes = employerSizes(members);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(members);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});
