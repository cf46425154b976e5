import type { Text } from '../text.ts';
import type { DataClass } from './data-class.ts';

/** Whom a sheet is for: the insured person with the dependants, or each person alone. */
export type Sheets = 'household' | 'person';

/**
 * How a column of a line is shown: `month` 2026年6月 · `count` and `yen` with thousands separators · `text` as it is ·
 * `flag` true or false · `person` a person_id, shown as the name.
 */
export type LineKind = 'month' | 'count' | 'yen' | 'text' | 'flag' | 'person';

/**
 * A letter to members (通知). `select.sql` gives one row per item (a receipt, a drug …) of the run with `outcome` and,
 * where it is `notified`, `addressee` (person_id), `sheet` (items of one addressee and sheet make one letter) and
 * `place` (order of the items); `total.sql` gives one row with `items` and the conserved amounts, taken from the source
 * alone. Both may read `input.run` (one row: first_month, last_month, as_of, per) and `input.standing` (who may be written
 * to, `pipelines/notices/standing.sql`). With `rule`, `input.sql` gives what the rule is asked (`input.asked`); its
 * answers are `input.answer`.
 */
export type NoticeContract = {
  readonly title: Text;
  /** Id of the purpose of use in the registry. */
  readonly purpose: string;
  /** Classes of data used to choose and those used to write names and addresses. */
  readonly classes: readonly DataClass[];
  readonly addressing: readonly DataClass[];
  /** Who may see the letters (開示範囲), in words without persons or counts. */
  readonly scope: Text;
  /** Folder of `pipelines/rules/`. */
  readonly rule?: string;
  /** Lists (forms of masters taken in) it cannot do without; `since`: for months of care from there on. */
  readonly masters?: readonly { readonly form: string; readonly title: Text; readonly since?: string }[];
  /** The selection heeds who was written to before: `input.written` (person_id, month) from the letters printed. */
  readonly remembers?: true;
  /** Ways to bundle items into letters that `--per` may choose from. */
  readonly per: readonly Sheets[];
  /** What may become of an item; one is `notified`, all others say why it is in no letter. */
  readonly outcomes: Readonly<Record<string, Text>>;
  /** Integer columns summed by outcome; those marked `conserved` must add up to what total.sql says. */
  readonly amounts: Readonly<Record<string, { readonly title: Text; readonly conserved?: true }>>;
  /** Columns that go into the letter. */
  readonly line: Readonly<Record<string, LineKind>>;
  /** Dated tables (`pipelines/reference/<list>.csv`) the selection applies: noted with the draft. */
  readonly rules: readonly string[];
};

export function defineNotice<const N extends NoticeContract>(notice: N): N {
  return notice;
}

/** Given rows per table (`schema.table` → rows) and what becomes of the items. */
export type NoticeCase = {
  readonly name: string;
  /** Months of care, `YYYY-MM`, and the day of the run, `YYYY-MM-DD`. */
  readonly run: {
    readonly from: string;
    readonly to: string;
    readonly asOf: string;
    readonly per: Sheets;
  };
  readonly given: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Rows of select.sql in the order of `key`; columns left out are not compared. */
  readonly expect: readonly Readonly<Record<string, unknown>>[];
};

export function defineNoticeCases(cases: readonly NoticeCase[]): readonly NoticeCase[] {
  return cases;
}
