import type { Settings } from '#shared/config.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import type { Tally } from './count/count.ts';

/** Why a figure must be hidden; private, never part of a release. */
export const reasons = {
  small_count: '該当者が基準の人数より少ない',
  households: '該当者の世帯が少ない',
  employer_few: '該当者の事業所が3つより少ない',
  employer_subtract: '最大の事業所を除くと、残りの人数が少ない',
  dominance_person: '1人か2人の金額が大部分を占める',
  dominance_employer: '1つか2つの事業所が大部分を占める',
  complement: '該当しない人が少ない',
  everyone: '全員が該当する',
  reference_stratum: '期待値のもとになる層に、人数の少ないものや金額の偏ったものがある',
} as const;

export type Reason = keyof typeof reasons;

export type Policy = {
  /** Fewest distinct persons of a published figure. */
  readonly k: number;
  /** The society's k; an analysis may ask for more than that, never less. */
  readonly floor: number;
  /** p of the p%-rule. */
  readonly dominancePercent: number;
  readonly minimumHouseholds: number;
};

/** The society's policy, tightened where an analysis asks for more. */
export function policyFor(publication: Settings['publication'], contract: AnalysisContract): Policy {
  return { ...publication, floor: publication.k, k: Math.max(publication.k, contract.k ?? 0) };
}

/** A primary figure: why, and how far the outsider's interval must reach below and above the truth. */
export type Primary = { readonly reason: Reason; readonly needLower?: number; readonly needUpper?: number };

/** Fewest employers behind a figure that no single employer's own unit stands for. */
const FEWEST_EMPLOYERS = 3;

/**
 * Primary rule of a count of distinct persons. `own`: the figure is about one employer's own unit, so there is
 * nothing to find out by taking that employer's staff away.
 */
export function primaryCount(tally: Tally, policy: Policy, own: boolean): Primary | undefined {
  const { persons } = tally;
  const { k } = policy;
  if (persons === 0) return undefined;
  if (persons < policy.floor) return { reason: 'small_count' };
  if (persons < k) return { reason: 'small_count', needUpper: k - persons };
  if (tally.households < policy.minimumHouseholds) return { reason: 'households', needUpper: k };
  const rest = persons - tally.largest;
  if (!own && tally.largest > 0 && 0 < rest && rest < k)
    return { reason: 'employer_subtract', needUpper: k - rest };
  if (!own && isFew(tally, k)) return { reason: 'employer_few', needUpper: k };
  return undefined;
}

/**
 * Primary rule of a sum: the rules of counts on the persons behind it, and the p%-rule for persons and for
 * employers (the second largest contributor must not know the largest within p percent). The outsider's interval
 * must reach p percent of the sum on both sides, which is never less than what the p%-rule lacks; a sum of a small
 * group must not even prove that anyone is there.
 * Source: Handbook on Statistical Disclosure Control (p%-rule, protection levels).
 */
export function primarySum(tally: Tally, policy: Policy, own: boolean): Primary | undefined {
  const percent = policy.dominancePercent;
  const needUpper = Math.max(1, Math.ceil((percent * tally.absolute) / 100));
  const count = primaryCount(tally, policy, own)?.reason;
  if (count === 'small_count') return { reason: count, needLower: tally.absolute, needUpper };
  const reason = count ?? dominance(tally, percent, own);
  return reason && { reason, needLower: Math.min(needUpper, tally.absolute), needUpper };
}

function dominance(tally: Tally, percent: number, own: boolean): Reason | undefined {
  if (isDominated(tally.absolute, tally.top, percent)) return 'dominance_person';
  if (!own && isDominated(tally.absolute, tally.topEmployers, percent)) return 'dominance_employer';
  return undefined;
}

/** X − x₁ − x₂ < p % of x₁: what the others add does not hide the largest from the second. */
function isDominated(whole: number, [first, second]: readonly [number, number], percent: number): boolean {
  return 100 * (whole - first - second) < percent * first;
}

/** Few employers, and fewer than k persons who belong to none of them. */
function isFew({ employers, largest, persons }: Tally, k: number): boolean {
  return 0 < employers && employers < FEWEST_EMPLOYERS && persons - employers * largest < k;
}
