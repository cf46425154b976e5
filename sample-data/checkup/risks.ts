import type { CheckupValues } from './values.ts';

const risks: readonly (readonly [string, (values: CheckupValues, male: boolean) => boolean | undefined])[] = [
  [
    'obesity',
    ({ bmi, waist, fat }, male) =>
      (bmi ?? waist ?? fat) === undefined
        ? undefined
        : (fat ?? 0) >= 100 || (waist ?? 0) >= (male ? 85 : 90) || (bmi ?? 0) >= 25,
  ],
  ['blood-pressure', ({ sbp, dbp }) => (sbp === undefined ? undefined : sbp >= 130 || (dbp ?? 0) >= 85)],
  [
    'glucose',
    ({ fpg, hba1c, casual }) =>
      fpg !== undefined
        ? fpg >= 100
        : hba1c !== undefined
          ? hba1c >= 5.6
          : casual === undefined
            ? undefined
            : casual >= 100,
  ],
  [
    'lipids',
    ({ tg, casualTg, hdl, ldl }) =>
      (tg ?? casualTg) === undefined || hdl === undefined || ldl === undefined
        ? undefined
        : (tg ?? 0) >= 150 || (casualTg ?? 0) >= 175 || hdl < 40 || ldl >= 120,
  ],
  [
    'liver',
    ({ ast, alt, ggt }) =>
      ast === undefined || alt === undefined || ggt === undefined
        ? undefined
        : ast >= 31 || alt >= 31 || ggt >= 51,
  ],
];

/** The risks of a checkup that can be judged (保健指導判定値, 標準的な健診・保健指導プログラム（令和6年度版）). */
export function judgedRisks(
  values: CheckupValues,
  male: boolean,
): { readonly risk: string; readonly atRisk: boolean }[] {
  return risks.flatMap(([risk, judge]) => {
    const atRisk = judge(values, male);
    return atRisk === undefined ? [] : [{ risk, atRisk }];
  });
}
