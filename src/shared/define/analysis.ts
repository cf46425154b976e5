import type { Text } from '../text.ts';
import type { DataClass } from './data-class.ts';

export type Dimension = {
  readonly title: Text;
  /** Closed list `pipelines/reference/<list>.csv` (code, ja, en, parent), or `reporting-unit` (made from the society's employers). */
  readonly list: string;
  /** False where the codes do not partition anything (a person may fall under several risks): no total row, no relation. */
  readonly total?: false;
  /** True where one person may be counted under several codes of the same period: yen add up, persons do not. */
  readonly overlapping?: true;
};

type Titled = { readonly title: Text; readonly unit: Text };

/** Figures of the same quantity, people and coordinates are the same figure, in whatever analysis they stand. */
type Identity = {
  readonly quantity: string;
  /**
   * The people (or receipts) the figure is about, where it is not all of the quantity: dimension → code of another
   * analysis. With `{ link: 'linked' }` its total is the figure that stands there at `linked`.
   */
  readonly population?: Readonly<Record<string, string>>;
};

/** Distinct persons whose sum of `column` over the cell is not zero. */
export type Persons = Titled &
  Identity & {
    readonly kind: 'persons';
    readonly column: string;
    /** The persons measure this one is a part of: base − this is protected too (complement rule). */
    readonly of?: string;
    /**
     * A persons measure readers would subtract this one from, though a few persons may be in this one only (a patient
     * covered for part of a month is no member at its end): few left over are protected like a complement.
     */
    readonly against?: string;
  };

/** Sum of an integer column (yen, points, months, receipts). */
export type Sum = Titled &
  Identity & {
    readonly kind: 'sum';
    readonly column: string;
    /** Dimensions that do not split this figure (months of cover have no kind of care): it stands at their total only. */
    readonly totalOnly?: readonly string[];
  };

/**
 * `scale` × numerator ÷ denominator, computed after protection from two released figures; hidden when either is.
 * `denominatorAt` names dimensions at which the denominator is taken at its total.
 */
export type Ratio = Titled & {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
  readonly scale: number;
  readonly decimals: number;
  readonly denominatorAt?: readonly string[];
};

/**
 * Standardised ratio (標準化比, 間接法): `scale` × observed ÷ expected, two sums of this analysis. The model carries each
 * person's reference value in the column of `expected`: what the society spends on people of the same stratum
 * (`stratum`: a column of the model, such as sex × age). The gate checks that expected adds up to observed in every
 * stratum, and hides the expected sums of a period in which any stratum is too small to be known by.
 */
export type Standardised = Titled & {
  readonly kind: 'standardised';
  readonly observed: string;
  readonly expected: string;
  readonly stratum: string;
  readonly scale: number;
  readonly decimals: number;
  /** Where the sums count persons: in how many parts of one. How far chance moves the level follows from that. */
  readonly per?: number;
};

export type Measure = Persons | Sum | Ratio | Standardised;

/** What an analysis hands to the gate: everything but the rows. */
export type AnalysisContract = {
  readonly title: Text;
  /** The reader's question (page heading of the default page). */
  readonly question: Text;
  /** One paragraph: definition, sources, limits. */
  readonly method: Text;
  /** Id of the purpose of use (利用目的) in the purpose registry. */
  readonly purpose: string;
  readonly classes: readonly DataClass[];
  readonly period: 'fiscal-year' | 'month';
  readonly dimensions: Readonly<Record<string, Dimension>>;
  /** Published cuts; each publishes all its margins too. A dimension with `total: false` stands in every margin. */
  readonly tables: readonly (readonly string[])[];
  readonly measures: Readonly<Record<string, Measure>>;
  /** Persons needed in a cell; may only be higher than the society's k. */
  readonly k?: number;
};

export function defineAnalysis(contract: AnalysisContract): AnalysisContract {
  return contract;
}

/** Given rows per core table (column → value) and the cells the model and the count must give, before protection. */
export type AnalysisCase = {
  readonly name: string;
  readonly given: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly expect: readonly Readonly<Record<string, unknown>>[];
};

export function defineCases(cases: readonly AnalysisCase[]): readonly AnalysisCase[] {
  return cases;
}
