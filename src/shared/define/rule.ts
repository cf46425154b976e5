import type { Text } from '../text.ts';
import type { ColumnKind } from './table.ts';

/**
 * An official rule (階層化 …): one SQL file over the plain table `input.people` and the dated table
 * `parameter.<rule>`. A row of `input.people` has `input_id`, `on_day` (day of the event, which chooses the parameters)
 * and the columns of `input`; every one but the first two may be null where it is not known.
 */
export type RuleContract = {
  readonly title: Text;
  /** The official paper the rule stands in. */
  readonly source: Text;
  readonly input: Readonly<Record<string, ColumnKind>>;
  /** Columns of parameters.csv behind `version`, `holds_from` and `holds_to` (empty: still in force). */
  readonly parameters: Readonly<Record<string, ColumnKind>>;
  /** What the rule can say (column `level` of its result), in the order of a table. */
  readonly levels: Readonly<Record<string, Text>>;
  /** Short words for what is in column `reasons` (codes with a space between); `{name}` stands for a parameter. */
  readonly reasons: Readonly<Record<string, Text>>;
  /** Why nothing could be said or the person is out (column `cause`). */
  readonly causes: Readonly<Record<string, Text>>;
  /** Parameters whose value no official paper we read confirms, and what else it could be; told with every answer. */
  readonly unconfirmed: Readonly<Record<string, Text>>;
};

export function defineRule<const R extends RuleContract>(rule: R): R {
  return rule;
}

/** One person as the rule sees him or her, and what it must say. */
export type RuleCase = {
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly given: Readonly<Record<string, string | number | boolean>>;
  /** Column of the result → value. */
  readonly expect: Readonly<Record<string, string | number | boolean | null>>;
};

export function defineRuleCases(cases: readonly RuleCase[]): readonly RuleCase[] {
  return cases;
}
