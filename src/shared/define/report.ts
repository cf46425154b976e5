import type { DataClass } from './data-class.ts';
import type { CellRef } from './page.ts';

/** One figure of a reporting unit (集計単位) beside the society's, in every page of an employer report that lists it. */
export type Indicator = {
  readonly name: string;
  /** Name in a table. */
  readonly title: string;
  /** Name in a sentence (「肥満のリスクがある人の割合」). */
  readonly phrase: string;
  /** The figure of the society; the unit's stands at its code of the dimension `unit`. */
  readonly of: CellRef;
  /** Which way is good. */
  readonly better: 'higher' | 'lower';
  /** Measures of the same analysis that tell how far chance moves a standardised figure: persons, and the society's spread. */
  readonly chance?: { readonly persons: string; readonly spread: string };
  /** What a company may do where the figure is worse than the society's. */
  readonly action: { readonly title: string; readonly text: string };
};

export type IndicatorGroup = {
  readonly title: string;
  readonly note: string;
  readonly indicators: readonly Indicator[];
};

/** A page of the report: the question at its top, and the notes at its foot. */
export type ReportPage = { readonly question: string; readonly notes: readonly string[] };

/** The report a society gives to an employer, in Japanese: words and cell references, no figure. */
export type ReportDefinition = {
  readonly title: string;
  /** Id of the purpose of use in the registry, and the classes of data its analyses use. */
  readonly purpose: string;
  readonly classes: readonly DataClass[];
  readonly groups: readonly IndicatorGroup[];
  readonly summary: ReportPage;
  /** Rows of the participation page: the whole unit and parts of it. */
  readonly participation: ReportPage & {
    readonly analysis: string;
    readonly base: string;
    readonly part: string;
    readonly rate: string;
    readonly rows: readonly { readonly title: string; readonly at?: CellRef['at'] }[];
  };
  /** Groups whose indicators are shown by sex. */
  readonly risks: ReportPage & { readonly groups: readonly string[] };
  readonly trend: ReportPage & { readonly years: number };
};

export function defineReport(report: ReportDefinition): ReportDefinition {
  return report;
}
