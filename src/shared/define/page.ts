import type { Text } from '../text.ts';

/**
 * Where a released figure stands. Dimensions left out are at their total; the period is the page's fiscal year,
 * `back: 1` the one before.
 */
export type CellRef = {
  readonly analysis: string;
  readonly measure: string;
  readonly at?: Readonly<Record<string, string>>;
  readonly back?: 1;
};

/** A place in a sentence that is filled from released cells. Text templates take nothing else: no number, no string. */
export type Slot =
  | { readonly slot: 'value'; readonly of: CellRef }
  | { readonly slot: 'change'; readonly of: CellRef }
  | { readonly slot: 'gap'; readonly of: CellRef }
  | { readonly slot: 'moved'; readonly of: CellRef; readonly up: string; readonly down: string }
  | { readonly slot: 'unsure'; readonly of: CellRef }
  | {
      readonly slot: 'top';
      readonly of: CellRef;
      readonly over: string;
      readonly show: 'name' | 'value';
      readonly among: 'all' | 'shown';
      readonly only?: readonly string[];
    }
  | { readonly slot: 'year'; readonly back?: 1 };

/** The figure itself with its unit. */
export function cell(of: CellRef): Slot {
  return { slot: 'value', of };
}

/** The difference to the year before, with sign and unit (差). */
export function change(of: CellRef): Slot {
  return { slot: 'change', of };
}

/** The size of that difference without its sign, for use before a word of rise or fall. */
export function gap(of: CellRef): Slot {
  return { slot: 'gap', of };
}

/**
 * The word for a rise or a fall. Cannot be said where the figures are equal or, for shares of persons, where the
 * difference lies inside its chance limits (95 %): a sentence with `unsure` stands in then.
 */
export function moved(of: CellRef, words: { readonly up: string; readonly down: string }): Slot {
  return { slot: 'moved', of, ...words };
}

/** Nothing visible: lets a sentence be said only where the difference cannot be told from chance or is none. */
export function unsure(of: CellRef): Slot {
  return { slot: 'unsure', of };
}

/**
 * Name or figure of the highest code of a dimension (or `month`). `among: 'all'` cannot be said where any figure is
 * hidden; `shown` compares the shown ones, and the sentence has to say so. `only` leaves all other codes out.
 */
export function top(
  of: CellRef,
  options: {
    readonly over: string;
    readonly show: 'name' | 'value';
    readonly among?: 'all' | 'shown';
    readonly only?: readonly string[];
  },
): Slot {
  return { slot: 'top', of, among: 'all', ...options };
}

/** The page's fiscal year (「2025年度」), or the one before. */
export function year(back?: 1): Slot {
  return back === undefined ? { slot: 'year' } : { slot: 'year', back };
}

/** A sentence with places for figures. */
export type Words = { readonly strings: readonly string[]; readonly slots: readonly Slot[] };

/** Tag of a sentence: every number in it is a released cell. */
export function words(strings: TemplateStringsArray, ...slots: Slot[]): Words {
  return { strings: [...strings], slots };
}

export type Sentence = { readonly ja: Words; readonly en: Words };

/** Versions of one statement, best first: the first whose every slot can be filled is said. The last needs no figure. */
export type Finding = readonly Sentence[];

/** A table of released figures: what a chart draws and what the table under it prints. */
export type Frame = {
  readonly analysis: string;
  readonly measure: string;
  /** Dimension down the rows, `month`: the twelve months of the fiscal year, or `measure`: the `measures` (of one unit). */
  readonly rows: string;
  /** Measures and what their rows are called. */
  readonly measures?: Readonly<Record<string, Text>>;
  /** Only these codes of the rows, in the order of their list. */
  readonly only?: readonly string[];
  /** Dimension side by side, `year`: the fiscal year before and this one, or `measure`. */
  readonly columns?: string;
  readonly at?: Readonly<Record<string, string>>;
  /** `value`: highest first, hidden ones last in the order of the list. */
  readonly order?: 'value';
  /** Keeps only this many rows from the top, as the subtitle then says. */
  readonly first?: number;
  /** Leaves codes out whose every figure is a published zero (rows without people, not hidden ones). */
  readonly skipZero?: true;
  /** Puts the total as first column or last row. */
  readonly total?: 'columns' | 'rows';
  /** Another figure in front of the columns, at the same row. */
  readonly lead?: CellRef;
};

/** Classes of risk of the cells of a table (row code → column code → class). */
export type RiskMap = Readonly<Record<string, Readonly<Record<string, RiskClass>>>>;
export type RiskClass = 'low' | 'raised' | 'high' | 'highest';

export type Figure = {
  readonly name: string;
  /** The finding, in words. */
  readonly title: Finding;
  /** Measure, unit, population. */
  readonly subtitle: Text;
  readonly read: Text;
  readonly frame: Frame;
  /** A Vega-Lite file of this folder, or a table whose cells are coloured by class. */
  readonly show: { readonly chart: string } | { readonly heat: 'against-total' | 'steps' | RiskMap };
  readonly span?: 'seven' | 'five';
};

export type Tile = {
  readonly title: Text;
  readonly of: CellRef;
  /** Page or analysis the tile opens, such as `/cost`. */
  readonly link: string;
  /** Ends of the scale, fixed so that years can be compared; left out: twenty percent around the year before. */
  readonly scale?: readonly [number, number];
  readonly rows: readonly { readonly label: Text; readonly of: CellRef }[];
};

export type Page = {
  readonly group: 'all' | 'cost' | 'health';
  readonly order: number;
  readonly title: Text;
  /** Heading: what the reader wants to know. */
  readonly question: Text;
  readonly answer: readonly Finding[];
  readonly tiles: readonly Tile[];
  /** Offers fiscal years too in which only some months are published. */
  readonly partialYears?: true;
  /** Dimensions the reader may narrow the figures by. */
  readonly filters?: readonly string[];
  readonly figures: readonly Figure[];
};

export function definePage(page: Page): Page {
  return page;
}
