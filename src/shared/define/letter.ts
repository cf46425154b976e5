/** One item of a letter as it is shown: texts and figures written out, persons by name. */
export type ShownLine = {
  /** A column as text: `2026年6月`, `12,340`, a name. */
  readonly text: (column: string) => string;
  /** A count or yen as a number. */
  readonly amount: (column: string) => number;
  /** A flag. */
  readonly is: (column: string) => boolean;
};

/** The letter as a whole: sums of the amounts, written out. */
export type ShownSums = {
  readonly amount: (name: string) => number;
  readonly yen: (amount: number) => string;
};

/** A row of the table; a `joined` one belongs to the row above, a `bold` one is a sum. */
export type LetterRow = {
  readonly cells: readonly string[];
  readonly bold?: boolean;
  readonly joined?: boolean;
};

/** How a notice looks on paper (Japanese); its words stand in text.ja.md, its frame in letter.typ. */
export type LetterLook = {
  /**
   * All columns together are 174 mm wide; right-aligned ones hold figures. Each takes what its content needs, the widest
   * text column the rest.
   */
  readonly columns: readonly {
    readonly head: string;
    readonly width: number;
    readonly align: 'left' | 'right';
  }[];
  /** Beside the title, from the first item; left out: the months of the run. */
  readonly subtitle?: (first: ShownLine) => string;
  /** Top of the table on the first sheet in mm. */
  readonly top?: number;
  /** Rows of one item. */
  readonly rows: (line: ShownLine) => readonly LetterRow[];
  /** The last row. */
  readonly sum: (sums: ShownSums) => LetterRow;
  /** The one figure that matters, in the box at the top. */
  readonly figure: (sums: ShownSums) => { readonly figure: string; readonly unit: string };
};

export function defineLetter(look: LetterLook): LetterLook {
  return look;
}
