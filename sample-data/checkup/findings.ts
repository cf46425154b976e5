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

/** 保健指導判定値 and 受診勧奨判定値 of high values (標準的な健診・保健指導プログラム（令和6年度版）). */
const high: Partial<Record<JudgedItem, readonly [guidance: number, referral: number]>> = {
  bmi: [25, Number.POSITIVE_INFINITY],
  sbp: [130, 140],
  dbp: [85, 90],
  ldl: [120, 140],
  'non-hdl': [150, 170],
  fpg: [100, 126],
  hba1c: [5.6, 6.5],
  'casual-glucose': [100, 126],
  ast: [31, 51],
  alt: [31, 51],
  ggt: [51, 101],
  'urine-protein': [2, 3],
};

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
  const { bmi, sbp, dbp, hdl, ldl, nonHdl, fpg, hba1c, casual, ast, alt, ggt, egfr, hemoglobin } = values;
  const ordinary = { bmi, sbp, dbp, ldl, fpg, hba1c, ast, alt, ggt };
  const measured = {
    ...ordinary,
    ...{ 'non-hdl': nonHdl, 'casual-glucose': casual, 'urine-protein': strip },
  };
  for (const [item, value] of Object.entries(measured)) {
    const [guidance, referral] = high[item as keyof typeof measured]!;
    add(item as keyof typeof measured, value, (value ?? 0) >= guidance, (value ?? 0) >= referral);
  }
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
