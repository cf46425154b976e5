/**
 * An employer report before it is drawn: what both of its forms (PDF and HTML) print. Every figure in it was taken
 * from a released cell of the report's own unit or of the whole society.
 */
export type ReportContent = {
  readonly unit: string;
  readonly title: string;
  /** 「2025年度（令和7年度）」 */
  readonly year: string;
  readonly society: string;
  readonly confidentiality: string;
  /** 取扱期間, and who may see it (開示範囲). */
  readonly until: string;
  readonly scope: string;
  /** Which figures these are: the unit and, for a pool, its rule; the release. */
  readonly about: readonly string[];
  readonly pages: readonly PageContent[];
};

export type PageContent = {
  readonly question: string;
  readonly answer: readonly (readonly Segment[])[];
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
};

export type Segment = { readonly text: string; readonly strong?: true };

export type Block =
  | { readonly kind: 'legend'; readonly own: string; readonly before: string }
  | ({ readonly kind: 'table' } & Table)
  | { readonly kind: 'drawing'; readonly title: string; readonly note: string; readonly drawing: Drawing }
  | { readonly kind: 'cards'; readonly title: string; readonly cards: readonly Card[] };

export type Card = { readonly title: string; readonly text: string };

/** SVG with plain colours; size in CSS px. `label` is what a screen reader says. */
export type Drawing = {
  readonly svg: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
};

/** Widths in mm; a table is 180 mm wide. */
export type Column = {
  readonly title: readonly string[];
  readonly align: 'left' | 'right' | 'center';
  readonly width: number;
};

export type Table = {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
};

export type Section = {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly (readonly Item[])[];
};

/** The content of a table cell. `hidden` is the one mark of everything that is not shown. */
export type Item =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly unit: string;
      readonly strong: boolean;
      readonly sub: string;
    }
  | { readonly kind: 'hidden'; readonly sub: string }
  | { readonly kind: 'none'; readonly mark: string; readonly spoken: string; readonly sub: string }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly word: string }
  | { readonly kind: 'drawing'; readonly drawing: Drawing };

export type Verdict = 'good' | 'same' | 'bad' | 'unknown';
