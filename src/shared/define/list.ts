import type { Text } from '../text.ts';
import type { DataClass } from './data-class.ts';

/** A column of the paper list, from a column of select.sql. */
export type ListColumn = {
  /** May be broken by `\n` where the paper has little room. */
  readonly title: Text;
  /** Digits behind the point, for a number. */
  readonly decimals?: number;
  /** Words for the codes of a choice. */
  readonly words?: Readonly<Record<string, Text>>;
};

/**
 * A target list (対象者リスト): `select.sql` gives one row per candidate (`person_id`, `exclusion`, `on_day` of
 * the checkup, `sex`, `age` at the end of the fiscal year, and the inputs of `rule`), the rule says the level of everyone who is not excluded before.
 */
export type ListContract = {
  readonly title: Text;
  /** Id of the purpose of use in the registry. */
  readonly purpose: string;
  /** Classes of data used to choose and those used to write names on paper. */
  readonly classes: readonly DataClass[];
  readonly addressing: readonly DataClass[];
  /** Who may see the paper (開示範囲), in words without persons or counts. */
  readonly scope: Text;
  /** Months after its day for which the paper may be kept and worked with (取扱期間). */
  readonly handledMonths: number;
  /** Folder of `pipelines/rules/`. */
  readonly rule: string;
  /** Levels whose persons stand on the paper list, in its order. */
  readonly listed: readonly string[];
  /** Why a candidate is out before the rule is asked, most telling first: the first that holds is the reason. */
  readonly exclusions: Readonly<Record<string, Text>>;
  /** What a reader of the paper must know about the columns: units, abbreviations. */
  readonly note: Text;
  /** Values shown on the paper list beside name, level and reasons. */
  readonly columns: Readonly<Record<string, ListColumn>>;
};

export function defineList<const L extends ListContract>(list: L): L {
  return list;
}

/** Given rows per table (`schema.table` → rows) on a day, and the outcome of each candidate by `person_id`. */
export type ListCase = {
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly given: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** person_id → level, or `excluded: <reason>`; whoever is not named here must be no candidate. */
  readonly expect: Readonly<Record<number, string>>;
};

export function defineListCases(cases: readonly ListCase[]): readonly ListCase[] {
  return cases;
}
