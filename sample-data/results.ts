import { codes, diastolic, methods, systolic } from './checkup/item-codes.ts';
import type { Answer } from './habits.ts';
import type { Measures } from './measures.ts';
import type { Random } from './random.ts';

/** One observation of a checkup, as it is written. */
export type Result =
  | {
      readonly code: string;
      readonly state: 'measured';
      readonly number: string;
      readonly unit: string;
      readonly flag?: 'H' | 'L';
    }
  | {
      readonly code: string;
      readonly state: 'choice';
      readonly choice: string;
      readonly list: string;
      readonly ordered: boolean;
    }
  | { readonly code: string; readonly state: 'text'; readonly text: string }
  | { readonly code: string; readonly state: 'not_performed' }
  | { readonly code: string; readonly state: 'not_measurable' };

/** What decides how a body is written down. */
export type Sheet = {
  readonly female: boolean;
  /** Which methods of measurement the institution uses. */
  readonly column: number;
  /** The forms of before fiscal 2024 (第3期): no item of its own for casual triglycerides. */
  readonly isThird: boolean;
  /** The insurer found later that a drug for pressure was being taken (保険者再確認). */
  readonly isRechecked: boolean;
  /** How many readings of blood pressure the sheet has room for. */
  readonly readings: 1 | 2 | 3;
  /** Draws what every checkup has always had, and what was added since. */
  readonly random: Random;
  readonly extra: Random;
};

/** The observations of one checkup. */
export function checkupResults(body: Measures, answers: readonly Answer[], sheet: Sheet): Result[] {
  const { female, column, isThird, readings, random, extra } = sheet;
  const results: Result[] = [];
  const number = (code: string, value: number, digits: number, unit: string, limit?: number) => {
    const text = value.toFixed(digits);
    const over = limit !== undefined && Number(text) > limit;
    results.push({
      code,
      state: 'measured',
      number: text,
      unit,
      ...(over ? { flag: 'H' as const } : {}),
    });
  };
  const choice = (code: string, answer: string, list: string, ordered = false) =>
    results.push({ code, state: 'choice', choice: answer, list, ordered });
  const text = (code: string, words: string) => results.push({ code, state: 'text', text: words });
  const lacking = (code: string, state: 'not_performed' | 'not_measurable') => {
    results.push({ code, state });
  };

  number(codes.height, body.height, 1, 'cm');
  number(codes.weight, (body.bmi * body.height * body.height) / 10_000, 1, 'kg');
  number(codes.bmi, body.bmi, 1, 'kg/m2');
  if (random.chance(0.02)) number(codes.fat, Math.max(10, 100 + (body.waist - 85) * 5), 1, 'cm2');
  number(random.chance(0.04) ? codes.waistReported : codes.waist, body.waist, 1, 'cm');
  const isRemarkable = extra.chance(0.12);
  choice(codes.history, isRemarkable ? '1' : '2', '2001');
  if (isRemarkable) text(codes.historyText, '見本の既往歴');
  choice(codes.subjective, '2', '2001');
  choice(codes.objective, '2', '2001');
  pressures(body, random, readings, number, lacking);

  const fasting = !random.chance(0.06);
  const isJustAfter = !fasting && !isThird && extra.chance(0.12);
  choice(codes.mealTime, fasting ? '2' : isJustAfter ? '4' : '3', '2202');
  if (random.chance(0.006))
    for (const item of ['tg', 'hdl', 'ldl', 'ast', 'alt', 'ggt', 'fpg'] as const)
      lacking(methods[item][column]!, 'not_performed');
  else {
    if (fasting) number(methods.tg[column]!, body.tg, 0, 'mg/dL', 500);
    else number(isThird ? methods.tg[column]! : codes.casualTg, body.tg * 1.15, 0, 'mg/dL', 500);
    number(methods.hdl[column]!, body.hdl, 0, 'mg/dL');
    if (random.chance(0.01)) number(codes.nonHdl, body.ldl + 28, 0, 'mg/dL');
    else number(methods.ldl[column]!, body.ldl, 0, 'mg/dL');
    number(methods.ast[column]!, body.ast, 0, 'U/L', 500);
    number(methods.alt[column]!, body.alt, 0, 'U/L', 500);
    number(methods.ggt[column]!, body.ggt, 0, 'U/L', 500);
    if (random.chance(0.6)) {
      number(methods.creatinine[column]!, body.creatinine, 2, 'mg/dL');
      // One institution sends creatinine alone: its eGFR has to be computed.
      if (column !== 1) number(codes.egfr, body.egfr, 1, 'ml/min/1.73m2');
    }
    const onlyHba1c = random.chance(0.08);
    if (!onlyHba1c && fasting) number(methods.fpg[column]!, body.fpg, 0, 'mg/dL');
    else if (!onlyHba1c) number(codes.casual, body.fpg * 1.08, 0, 'mg/dL');
    if (onlyHba1c || random.chance(0.7)) number(methods.hba1c[column]!, body.hba1c, 1, '%');
    if (extra.chance(0.7)) {
      number(codes.redCells, body.hemoglobin * 31.5, 0, '10*4/mm3');
      number(codes.hemoglobin, body.hemoglobin, 1, 'g/dL');
      number(codes.hematocrit, body.hemoglobin * 2.95, 1, '%');
    }
  }
  if (female && random.chance(0.03)) {
    lacking(methods.sugar[column]!, 'not_measurable');
    lacking(methods.protein[column]!, 'not_measurable');
    choice(codes.noUrineReason, '1', '24080');
  } else {
    choice(methods.sugar[column]!, body.urineSugar ? '4' : '1', '2102', true);
    choice(methods.protein[column]!, body.urineProtein ? '3' : random.chance(0.06) ? '2' : '1', '2102', true);
  }
  choice(codes.pressureDrug, body.treated.pressure ? '1' : '2', '2003');
  choice(codes.glucoseDrug, body.treated.glucose ? '1' : '2', '2003');
  choice(codes.lipidDrug, body.treated.lipid ? '1' : '2', '2003');
  for (const { code, answer, list } of answers) choice(code, answer, list, code === codes.drinkingAmount);
  if (sheet.isRechecked) choice(codes.pressureRecheck, '1', '24020');
  text(codes.judgement, '生活習慣に気をつけましょう（見本の所見）');
  text(codes.physician, '架空　医師');
  return results;
}

/** Blood pressure in its slots; the slot that decides is other, then second, then first. */
function pressures(
  body: Measures,
  random: Random,
  readings: Sheet['readings'],
  number: (code: string, value: number, digits: number, unit: string) => void,
  lacking: (code: string, state: 'not_performed' | 'not_measurable') => void,
): void {
  const pair = (slot: '1' | '2' | '5', extra: number) => {
    number(systolic(slot), body.sbp + extra, 0, 'mm[Hg]');
    number(diastolic(slot), body.dbp + extra / 2, 0, 'mm[Hg]');
  };
  const draw = random.next();
  if (readings === 1 || (readings === 2 && draw < 0.16)) pair('1', 0);
  else if (draw < 0.12) pair('5', 0);
  else if (draw < 0.16) {
    lacking(systolic('1'), 'not_measurable');
    lacking(diastolic('1'), 'not_measurable');
    pair('2', 0);
  } else {
    pair('1', draw < 0.5 ? 6 : 0);
    if (draw < 0.5) pair('2', 0);
  }
}
