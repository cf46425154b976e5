import { ageRange, facts } from './facts.ts';
import { cumulate } from './random.ts';

export type Employer = {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly industry: string;
  readonly prefecture: string;
  /** Group code of employers that report together; empty for none. */
  readonly group: string;
  /** 記号 of the insured of this employer. */
  readonly symbol: string;
  readonly share: number;
  /** Shift of the latent health of its people, in standard deviations (positive: worse). */
  readonly health: number;
  readonly participation: number;
  readonly dependantParticipation: number;
  readonly smoking: number;
  /** Cumulative weights over `insuredCells`. */
  readonly insuredWeights: readonly number[];
};

type Cell = { readonly age: number; readonly sex: 'M' | 'F'; readonly weight: number };

/** Insured of the whole country's societies by single age and sex. */
export const insuredCells: readonly Cell[] = facts('population')
  .filter((row) => row['relation'] === 'insured' && Number(row['thousand']) > 0)
  .flatMap((row) => {
    const [from, to] = ageRange(row['ages']!);
    const ages = Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((age) => age >= 18);
    const weight = Number(row['thousand']) / ages.length;
    return ages.map((age) => ({ age, sex: row['sex'] as 'M' | 'F', weight }));
  });

export const employers: readonly Employer[] = facts('employers').map((row, index) => ({
  index,
  code: row['code']!,
  name: row['name']!,
  industry: row['industry']!,
  prefecture: row['prefecture']!,
  group: row['group']!,
  symbol: String(110 + index * 7),
  share: Number(row['share']),
  health: Number(row['health']),
  participation: Number(row['participation']),
  dependantParticipation: Number(row['dependant_participation']),
  smoking: Number(row['smoking']),
  insuredWeights: cumulate(
    insuredCells.map(
      (cell) =>
        cell.weight *
        Math.exp((Number(row['age_tilt']) * (cell.age - 43)) / 10) *
        (cell.sex === 'F' ? Number(row['female_odds']) : 1),
    ),
  ),
}));

/** How many people each employer has on the first day; they add up to `members`, none below four. */
export function employerSizes(members: number): number[] {
  const total = employers.reduce((sum, employer) => sum + employer.share, 0);
  const sizes = employers.map((employer) => Math.max(4, Math.round((members * employer.share) / total)));
  sizes[0]! += members - sizes.reduce((sum, size) => sum + size, 0);
  return sizes;
}
