import type { Analysis } from '#shared/analyses.ts';
import type { AnalysisContract, Persons, Sum } from '#shared/define/analysis.ts';
import { type Coordinates, coordinatesOf, figureId, marginsOf } from '../coordinates.ts';
import { type Counted, nothing, type Tally } from '../count/count.ts';
import { type Society, unitList } from '../count/society.ts';
import { type Policy, type Primary, primaryCount, primarySum } from '../primary.ts';
import { contractBroken } from '../refusals.ts';

/** One figure of the whole release, in however many tables it is printed. */
export type Figure = {
  readonly id: string;
  readonly quantity: string;
  readonly kind: 'count' | 'sum';
  readonly period: string;
  /** Its coordinates in the one system, with those of whom its measure is about. */
  readonly at: Coordinates;
  /** The shortest coordinates it is printed at. */
  readonly place: Coordinates;
  readonly value: number;
  /** Distinct persons behind the figure. */
  readonly persons: number;
  readonly primary: Primary | undefined;
  /** A zero everybody knows: nobody can be there. */
  readonly impossible: boolean;
  /** Analyses that print it, in their order. */
  readonly printedIn: readonly string[];
};

export type Printed = Persons | Sum;

/** Measures that are counted (ratios and standardised ones are made of them later), by name. */
export function countedMeasures(contract: AnalysisContract): readonly (readonly [string, Printed])[] {
  return Object.entries(contract.measures).filter(
    (entry): entry is [string, Printed] => 'column' in entry[1],
  );
}

/** Margins a measure is printed at: a figure that a dimension does not split stands at its total only. */
export function marginsFor(contract: AnalysisContract, measure: Printed): readonly (readonly string[])[] {
  const whole = measure.kind === 'sum' ? (measure.totalOnly ?? []) : [];
  return marginsOf(contract).filter((margin) => !margin.some((name) => whole.includes(name)));
}

/** Codes of a dimension, in the order of its list. */
export function codesOf(contract: AnalysisContract, society: Society, dimension: string): readonly string[] {
  return (society.lists.get(contract.dimensions[dimension]!.list) ?? []).map((entry) => entry.code);
}

/**
 * Every figure of every analysis once: the same quantity, period and coordinates are the same figure.
 * @throws {UserError} GATE_CONTRACT where two analyses disagree about one, where nobody can be but somebody is, or
 * where a sum is negative.
 */
export function figuresOf(
  counted: readonly Counted[],
  society: Society,
  policyOf: (contract: AnalysisContract) => Policy,
): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const one of counted) {
    const { name, contract } = one.analysis;
    for (const figure of figuresOfOne(one, society, policyOf(contract))) {
      const known = figures.get(figure.id);
      if (known && (known.value !== figure.value || known.persons !== figure.persons))
        throw disagreement(known.printedIn[0]!, name);
      figures.set(figure.id, {
        ...figure,
        primary: known?.primary ?? figure.primary,
        place: known && isShorter(known.place, figure.place) ? known.place : figure.place,
        printedIn: [...(known?.printedIn ?? []), name],
      });
    }
  }
  return figures;
}

function* figuresOfOne(counted: Counted, society: Society, policy: Policy): Generator<Figure> {
  const { name, contract } = counted.analysis;
  for (const [, measure] of countedMeasures(contract)) {
    for (const margin of marginsFor(contract, measure)) {
      const cells = coordinatesOf(margin, (dimension) => codesOf(contract, society, dimension));
      for (const period of counted.periods) {
        for (const at of cells) {
          const tally = counted.tally(period, at, measure.column);
          const impossible = isImpossible(contract, society, period, at);
          if (impossible && tally !== nothing) throw someoneImpossible(name);
          const own = isOwn(contract, society, period, at, tally);
          const weighed = weigh(measure, tally, policy, own, name);
          yield {
            id: figureId(measure, period, at),
            quantity: measure.quantity,
            period,
            at: { ...measure.population, ...at },
            place: at,
            impossible,
            printedIn: [],
            ...weighed,
            primary: weighed.primary ?? unsafeReference(counted, measure, period, at, tally, policy),
          };
        }
      }
    }
  }
}

function isShorter(one: Coordinates, other: Coordinates): boolean {
  return Object.keys(one).length <= Object.keys(other).length;
}

function weigh(measure: Printed, tally: Tally, policy: Policy, own: boolean, analysis: string) {
  const { persons, sum } = tally;
  if (measure.kind === 'persons')
    return { kind: 'count' as const, value: persons, persons, primary: primaryCount(tally, policy, own) };
  if (sum < 0) {
    throw contractBroken(analysis, {
      ja: `「${measure.title.ja}」の合計が負になる区分があります`,
      en: `a sum of "${measure.title.en}" is negative`,
    });
  }
  return { kind: 'sum' as const, value: sum, persons, primary: primarySum(tally, policy, own) };
}

/** An expected sum below the total, where the strata it is made of are too small to be known by. */
function unsafeReference(
  { unsafeReference }: Counted,
  measure: Printed,
  period: string,
  at: Coordinates,
  { absolute, persons }: Tally,
  { dominancePercent }: Policy,
): Primary | undefined {
  const isUnsafe = measure.kind === 'sum' && unsafeReference.has(`${period}|${measure.column}`);
  if (!isUnsafe || Object.keys(at).length === 0 || persons === 0) return undefined;
  const need = Math.max(1, Math.ceil((dominancePercent * absolute) / 100));
  return { reason: 'reference_stratum', needLower: Math.min(need, absolute), needUpper: need };
}

/** True where the figure is about one employer's own unit and all of it belongs to that employer. */
function isOwn(
  contract: AnalysisContract,
  society: Society,
  period: string,
  at: Coordinates,
  { only }: Tally,
): boolean {
  if (only === undefined) return false;
  return Object.entries(at).some(
    ([name, code]) =>
      contract.dimensions[name]!.list === unitList && society.employerOf(period, code) === only,
  );
}

function isImpossible(
  contract: AnalysisContract,
  society: Society,
  period: string,
  at: Coordinates,
): boolean {
  const noUnit = Object.entries(at).some(
    ([name, code]) => contract.dimensions[name]!.list === unitList && !society.hasUnit(period, code),
  );
  return (
    noUnit ||
    society.impossible.some((zero) => Object.entries(zero).every(([name, code]) => at[name] === code))
  );
}

function disagreement(first: string, second: string) {
  return contractBroken(second, {
    ja: `同じ数字が分析「${first}」と一致しません`,
    en: `a figure it shares with analysis "${first}" is not the same there`,
  });
}

function someoneImpossible(analysis: string) {
  return contractBroken(analysis, {
    ja: 'ありえない組み合わせ（性別と疾病、その年度にない集計単位）に該当する行があります',
    en: 'it holds rows where nobody can be (sex and disease, or a unit of another year)',
  });
}

/** Quantities of persons and of sums that read the same column of a model: the one nearly tells the other. */
export function sameColumns(analyses: readonly Analysis[]): ReadonlyMap<string, string> {
  return new Map(
    analyses.flatMap(({ contract }) => {
      const measures = countedMeasures(contract).map(([, measure]) => measure);
      return measures.flatMap((persons): [string, string][] => {
        const sum = measures.find((one) => one.kind === 'sum' && one.column === persons.column);
        return persons.kind === 'persons' && sum ? [[persons.quantity, sum.quantity]] : [];
      });
    }),
  );
}
