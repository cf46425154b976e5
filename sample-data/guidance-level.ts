/** What decides the support of one person (階層化); whatever is not known is undefined. */
export type Body = {
  readonly male: boolean;
  /** At the end of the fiscal year. */
  readonly age: number;
  readonly waist?: number | undefined;
  readonly fat?: number | undefined;
  readonly bmi?: number | undefined;
  readonly fpg?: number | undefined;
  readonly hba1c?: number | undefined;
  readonly casual?: number | undefined;
  readonly tg?: number | undefined;
  readonly casualTg?: number | undefined;
  readonly hdl?: number | undefined;
  readonly sbp?: number | undefined;
  readonly dbp?: number | undefined;
  readonly smokes?: boolean | undefined;
  /** Answers on medicine for pressure, glucose and lipids. */
  readonly medicines: readonly (boolean | undefined)[];
};

export type Support = 'intensive' | 'motivational' | 'information';

/**
 * The true level of a person by the rule of fiscal 2024 (標準的な健診・保健指導プログラム（令和6年度版）), written for the planted
 * answers alone: every unknown answer is tried both ways, and what comes out differently is undecidable.
 */
export function guidanceLevel(body: Body): Support | 'excluded' | 'undecidable' {
  const { age, medicines } = body;
  if (age < 40 || age > 74 || medicines.includes(true)) return 'excluded';
  const isWide = wide(body);
  if (isWide === undefined || (!isWide && body.bmi === undefined)) return 'undecidable';
  const limits = isWide ? wideLimits : (body.bmi ?? 0) >= 25 ? heavyLimits : neverLimits;
  const found = new Set(
    everyWay(marks(body)).map(([glucose, tg, hdl, sbp, dbp, smokes]) => {
      const risks = Number(glucose) + Number(tg || hdl) + Number(sbp || dbp);
      const all = risks + Number(risks > 0 && smokes);
      if (all >= limits.intensive && age < 65) return 'intensive';
      return all >= limits.motivational ? 'motivational' : 'information';
    }),
  );
  const [only] = found;
  if (only === undefined || found.size > 1) return 'undecidable';
  return only !== 'information' && medicines.includes(undefined) ? 'undecidable' : only;
}

const wideLimits = { motivational: 1, intensive: 2 };
const heavyLimits = { motivational: 1, intensive: 3 };
const neverLimits = { motivational: 9, intensive: 9 };

type Mark = boolean | undefined;

function wide({ male, waist, fat }: Body): Mark {
  if (fat !== undefined) return fat >= 100;
  return atLeast(waist, male ? 85 : 90);
}

function marks(body: Body): readonly Mark[] {
  const { fpg, hba1c, casual, tg, casualTg, hdl, sbp, dbp, smokes } = body;
  const glucose = fpg !== undefined ? fpg >= 100 : hba1c !== undefined ? hba1c >= 5.6 : atLeast(casual, 100);
  return [
    glucose,
    tg !== undefined ? tg >= 150 : atLeast(casualTg, 175),
    hdl === undefined ? undefined : hdl < 40,
    atLeast(sbp, 130),
    atLeast(dbp, 85),
    smokes,
  ];
}

function atLeast(value: number | undefined, limit: number): Mark {
  return value === undefined ? undefined : value >= limit;
}

function everyWay(open: readonly Mark[]): readonly (readonly boolean[])[] {
  return open.reduce<readonly (readonly boolean[])[]>(
    (ways, mark) =>
      (mark === undefined ? [false, true] : [mark]).flatMap((one) => ways.map((way) => [...way, one])),
    [[]],
  );
}
