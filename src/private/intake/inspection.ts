/** Something noticed in a file: how often, and where it was first seen. Never the value itself. */
export type InspectedFinding = {
  readonly code: string;
  readonly count: number;
  /** Line (or row) of the first occurrence, from 1. */
  readonly line?: number;
};

/**
 * What a file is, in counts and sums only: no value of a person, no name, no file or member name.
 * Each source fills in what its form has; points are points, yen are yen.
 */
export type Inspection = {
  readonly kind: 'receipt' | 'checkup' | 'eligibility' | 'employer' | 'consent' | 'master';
  readonly form: string;
  readonly encoding: 'cp932' | 'utf-8' | 'mixed';
  readonly bytes: number;
  /** Lines, rows or documents, whichever the form is made of. */
  readonly records: number;
  readonly byRecord?: Readonly<Record<string, number>>;
  readonly receipts?: number;
  /** Months of care (or of examination) that occur, as `YYYY-MM`, in order. */
  readonly months?: readonly string[];
  /** Σ of the totals as first claimed, before the corrections of the review body. */
  readonly declaredPoints?: number;
  /** Σ of the totals after corrections. */
  readonly decidedPoints?: number;
  /** Σ of points counted from the rows themselves. */
  readonly computedPoints?: number;
  /** Σ of decided points × 10 and meals. */
  readonly yen?: number;
  readonly mealYen?: number;
  readonly corrected?: number;
  /** What an ingest would set aside, by reason. */
  readonly quarantined?: Readonly<Record<string, number>>;
  readonly findings: readonly InspectedFinding[];
};
