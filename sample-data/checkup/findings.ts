import type { CheckupValues } from './values.ts';

export type Finding = 'within' | 'guidance' | 'referral';

export type JudgedItem =
  | 'bmi'
  | 'waist'
  | 'sbp'
  | 'dbp'
  | 'tg'
  | 'hdl'
  | 'ldl'
  | 'non-hdl'
  | 'fpg'
  | 'hba1c'
  | 'casual-glucose'
  | 'ast'
  | 'alt'
  | 'ggt'
  | 'egfr'
  | 'hemoglobin'
  | 'urine-protein';

type High = readonly [item: JudgedItem, value: keyof CheckupValues, guidance: number, referral: number];

/** 保健指導判定値 and 受診勧奨判定値 of high values (標準的な健診・保健指導プログラム（令和6年度版）). */
const high: readonly High[] = [
  ['bmi', 'bmi', 25, Number.POSITIVE_INFINITY],
  ['sbp', 'sbp', 130, 140],
  ['dbp', 'dbp', 85, 90],
  ['ldl', 'ldl', 120, 140],
  ['non-hdl', 'nonHdl', 150, 170],
  ['fpg', 'fpg', 100, 126],
  ['hba1c', 'hba1c', 5.6, 6.5],
  ['casual-glucose', 'casual', 100, 126],
  ['ast', 'ast', 31, 51],
  ['alt', 'alt', 31, 51],
  ['ggt', 'ggt', 51, 101],
];

/** The judgement of every item that has a value; casual triglycerides stand in for fasting ones. */
export function findingsOf(
  values: CheckupValues,
  strip: number | undefined,
  male: boolean,
  fiscalYear: number,
): ReadonlyMap<JudgedItem, Finding> {
  const found = new Map<JudgedItem, Finding>();
  const add = (item: JudgedItem, value: number | undefined, isGuidance: boolean, isReferral: boolean) => {
    if (value !== undefined) found.set(item, isReferral ? 'referral' : isGuidance ? 'guidance' : 'within');
  };
  for (const [item, name, guidance, referral] of high) {
    const value = values[name] ?? 0;
    add(item, values[name], value >= guidance, value >= referral);
  }
  const { hdl, egfr, hemoglobin } = values;
  add('urine-protein', strip, (strip ?? 0) >= 2, (strip ?? 0) >= 3);
  const tg = values.tg ?? values.casualTg ?? 0;
  add('tg', values.tg ?? values.casualTg, tg >= (values.tg === undefined ? 175 : 150), tg >= 300);
  add('hdl', hdl, (hdl ?? 0) < 40, fiscalYear < 2024 && (hdl ?? 0) < 35);
  add('egfr', egfr, (egfr ?? 0) < 60, (egfr ?? 0) < 45);
  const low = male ? 13 : 12;
  add('hemoglobin', hemoglobin, (hemoglobin ?? 0) <= low, (hemoglobin ?? 0) <= low - 1);
  const isWide = wide(values, male);
  if (isWide !== undefined) found.set('waist', isWide ? 'guidance' : 'within');
  return found;
}

function wide({ waist }: CheckupValues, male: boolean): boolean | undefined {
  return waist === undefined ? undefined : waist >= (male ? 85 : 90);
}
