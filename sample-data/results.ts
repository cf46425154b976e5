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
      readonly method: string;
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

/** The values of one checkup that decide risks, as written (undefined where there is none). */
export type RiskValues = {
  bmi?: number;
  waist?: number;
  fat?: number;
  sbp?: number;
  dbp?: number;
  fpg?: number;
  hba1c?: number;
  casual?: number;
  tg?: number;
  casualTg?: number;
  hdl?: number;
  ldl?: number;
  ast?: number;
  alt?: number;
  ggt?: number;
};

export type Checkup = { readonly results: readonly Result[]; readonly values: RiskValues };

/** Item codes by method; an institution uses the same column throughout. */
const methods = {
  tg: ['3F015000002327101', '3F015000002327201', '3F015000002399901'],
  hdl: ['3F070000002327101', '3F070000002327201', '3F070000002399901'],
  ldl: ['3F077000002327101', '3F077000002327201', '3F077000002391901'],
  ast: ['3B035000002327201', '3B035000002327201', '3B035000002399901'],
  alt: ['3B045000002327201', '3B045000002327201', '3B045000002399901'],
  ggt: ['3B090000002327101', '3B090000002327101', '3B090000002399901'],
  fpg: ['3D010000001926101', '3D010000002227101', '3D010000001927201'],
  hba1c: ['3D046000001906202', '3D046000001920402', '3D046000001927102'],
  creatinine: ['3C015000002327101', '3C015000002327101', '3C015000002399901'],
  sugar: ['1A020000000191111', '1A020000000190111', '1A020000000191111'],
  protein: ['1A010000000191111', '1A010000000190111', '1A010000000191111'],
} as const;

/** Method codes (検査方法コード) of the item codes above. */
const methodCodes: Record<string, string> = {
  '3F015000002327101': '3F01510000',
  '3F015000002327201': '3F01520000',
  '3F015000002399901': '3F01530009',
  '3F015129902327101': '3F01510000',
  '3F070000002327101': '3F07010000',
  '3F070000002327201': '3F07020000',
  '3F070000002399901': '3F07030009',
  '3F077000002327101': '3F07710000',
  '3F077000002327201': '3F07720000',
  '3F077000002391901': '3F07740009',
  '3F069000002391901': '3F06910000',
  '3B035000002327201': '3B03510000',
  '3B035000002399901': '3B03520009',
  '3B045000002327201': '3B04510000',
  '3B045000002399901': '3B04520009',
  '3B090000002327101': '3B09010000',
  '3B090000002399901': '3B09020009',
  '3D010000001926101': '3D01010000',
  '3D010000002227101': '3D01020000',
  '3D010000001927201': '3D01030000',
  '3D010129901926101': '3D01010000',
  '3D046000001906202': '3D04610000',
  '3D046000001920402': '3D04620000',
  '3D046000001927102': '3D04630000',
  '3C015000002327101': '3C01510000',
  '3C015000002399901': '3C01520009',
  '8A065000002391901': '8A06510000',
  '9N016160100000001': '9N01610000',
  '9N016160300000001': '9N01630000',
  '9A751000000000001': '9A75100000',
  '9A752000000000001': '9A75200000',
  '9A755000000000001': '9A75500009',
  '9A761000000000001': '9A76100000',
  '9A762000000000001': '9A76200000',
  '9A765000000000001': '9A76500009',
};

/** The observations of one checkup at the institution with index `column`. */
export function checkupResults(
  body: Measures,
  answers: readonly Answer[],
  female: boolean,
  column: number,
  random: Random,
): Checkup {
  const results: Result[] = [];
  const values: RiskValues = {};
  const number = (code: string, value: number, digits: number, unit: string, limit?: number): number => {
    const text = value.toFixed(digits);
    const over = limit !== undefined && Number(text) > limit;
    const method = methodCodes[code] ?? '';
    results.push({
      code,
      state: 'measured',
      number: text,
      unit,
      method,
      ...(over ? { flag: 'H' as const } : {}),
    });
    return Number(text);
  };
  const choice = (code: string, answer: string, list: string, ordered = false) =>
    results.push({ code, state: 'choice', choice: answer, list, ordered });
  const lacking = (code: string, state: 'not_performed' | 'not_measurable') => {
    results.push({ code, state });
  };

  number('9N001000000000001', body.height, 1, 'cm');
  number('9N006000000000001', (body.bmi * body.height * body.height) / 10_000, 1, 'kg');
  values.bmi = number('9N011000000000001', body.bmi, 1, 'kg/m2');
  if (random.chance(0.02))
    values.fat = number('9N021000000000001', Math.max(10, 100 + (body.waist - 85) * 5), 1, 'cm2');
  values.waist = number(random.chance(0.04) ? '9N016160300000001' : '9N016160100000001', body.waist, 1, 'cm');
  pressures(body, random, number, lacking, values);

  const fasting = !random.chance(0.06);
  choice('9N141000000000011', fasting ? '2' : '3', '2202');
  const bloodless = random.chance(0.006);
  if (bloodless)
    for (const item of ['tg', 'hdl', 'ldl', 'ast', 'alt', 'ggt', 'fpg'] as const)
      lacking(methods[item][column]!, 'not_performed');
  else {
    if (fasting) values.tg = number(methods.tg[column]!, body.tg, 0, 'mg/dL', 500);
    else values.casualTg = number('3F015129902327101', body.tg * 1.15, 0, 'mg/dL', 500);
    values.hdl = number(methods.hdl[column]!, body.hdl, 0, 'mg/dL');
    if (random.chance(0.01)) number('3F069000002391901', body.ldl + 28, 0, 'mg/dL');
    else values.ldl = number(methods.ldl[column]!, body.ldl, 0, 'mg/dL');
    values.ast = number(methods.ast[column]!, body.ast, 0, 'U/L', 500);
    values.alt = number(methods.alt[column]!, body.alt, 0, 'U/L', 500);
    values.ggt = number(methods.ggt[column]!, body.ggt, 0, 'U/L', 500);
    if (random.chance(0.6)) {
      number(methods.creatinine[column]!, body.creatinine, 2, 'mg/dL');
      number('8A065000002391901', body.egfr, 1, 'ml/min/1.73m2');
    }
    const onlyHba1c = random.chance(0.08);
    if (!onlyHba1c && fasting) values.fpg = number(methods.fpg[column]!, body.fpg, 0, 'mg/dL');
    else if (!onlyHba1c) values.casual = number('3D010129901926101', body.fpg * 1.08, 0, 'mg/dL');
    if (onlyHba1c || random.chance(0.7)) values.hba1c = number(methods.hba1c[column]!, body.hba1c, 1, '%');
  }
  if (female && random.chance(0.03)) {
    lacking(methods.sugar[column]!, 'not_measurable');
    lacking(methods.protein[column]!, 'not_measurable');
    choice('9N512000000000011', '1', '24080');
  } else {
    choice(methods.sugar[column]!, body.urineSugar ? '4' : '1', '2102', true);
    choice(methods.protein[column]!, body.urineProtein ? '3' : random.chance(0.06) ? '2' : '1', '2102', true);
  }
  choice('9N701000000000011', body.treated.pressure ? '1' : '2', '2003');
  choice('9N706000000000011', body.treated.glucose ? '1' : '2', '2003');
  choice('9N711000000000011', body.treated.lipid ? '1' : '2', '2003');
  for (const { code, answer, list } of answers) choice(code, answer, list);
  results.push({
    code: '9N511000000000049',
    state: 'text',
    text: '生活習慣に気をつけましょう（見本の所見）',
  });
  return { results, values };
}

/** Blood pressure in its slots; the slot that decides is other, then second, then first. */
function pressures(
  body: Measures,
  random: Random,
  number: (code: string, value: number, digits: number, unit: string) => number,
  lacking: (code: string, state: 'not_performed' | 'not_measurable') => void,
  values: RiskValues,
): void {
  const pair = (slot: '1' | '2' | '5', extra: number) => {
    values.sbp = number(`9A75${slot}000000000001`, body.sbp + extra, 0, 'mm[Hg]');
    values.dbp = number(`9A76${slot}000000000001`, body.dbp + extra / 2, 0, 'mm[Hg]');
  };
  const draw = random.next();
  if (draw < 0.12) pair('5', 0);
  else if (draw < 0.16) {
    lacking('9A751000000000001', 'not_measurable');
    lacking('9A761000000000001', 'not_measurable');
    pair('2', 0);
  } else {
    pair('1', draw < 0.5 ? 6 : 0);
    if (draw < 0.5) pair('2', 0);
  }
}

const risks: readonly (readonly [string, (values: RiskValues, male: boolean) => boolean | undefined])[] = [
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
  values: RiskValues,
  male: boolean,
): { readonly risk: string; readonly atRisk: boolean }[] {
  return risks.flatMap(([risk, judge]) => {
    const atRisk = judge(values, male);
    return atRisk === undefined ? [] : [{ risk, atRisk }];
  });
}
