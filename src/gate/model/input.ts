/**
 * Grade of safety a hidden count gets, weakest first.
 * P1: not exactly known. P2: not known to lie in 1…k−1. P2u: as P2, and no relation publishes a group of
 * hidden parts whose sum is known to lie in 1…k−1. P3: "fewer than k" cannot be concluded.
 */
export type Grade = 'P1' | 'P2' | 'P2u' | 'P3';

export const grades: readonly Grade[] = ['P1', 'P2', 'P2u', 'P3'];

/** One printed figure, or a slack that turns "part ≤ whole" into "whole = part + slack". */
export type InputCell = {
  readonly id: string;
  /** True figure, a safe integer ≥ 0 (persons, points or yen). */
  readonly value: number;
  /** Default `count`. A `slack` is never printed: it is hidden from the start. */
  readonly kind?: 'count' | 'sum' | 'slack';
  /** Must be hidden by a rule. Default: a count with 0 < value < k. */
  readonly primary?: boolean;
  readonly primaryReason?: string;
  /** The outsider's interval must reach value − needLower and value + needUpper (both where both are given). */
  readonly needLower?: number;
  readonly needUpper?: number;
  /** Published before: cannot be hidden any more. */
  readonly fixed?: boolean;
  /** Hidden before: stays hidden. */
  readonly wasHidden?: boolean;
  /** A zero everybody knows (it cannot be otherwise). */
  readonly structural?: boolean;
  /** Loss of information when hidden; 1 is an ordinary figure. */
  readonly weight?: number;
};

export type InputRelation = { readonly total: string; readonly parts: readonly string[] };

/** A table system: figures and the sums among them. */
export type SystemInput = {
  readonly k: number;
  readonly grade: Grade;
  readonly cells: readonly InputCell[];
  readonly relations: readonly InputRelation[];
};
