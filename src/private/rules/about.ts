import type { ColumnKind } from '#shared/define.ts';
import type { Text } from '#shared/text.ts';
import { wordsOf } from './explain.ts';
import type { ParameterSet, Rule } from './open.ts';
import { personKeys } from './person-keys.ts';

/** The set of parameters that was used, as told with every answer. */
export type RuleUsed = {
  readonly name: string;
  readonly version: string;
  readonly from: string;
  /** Parameters no official paper we read confirms, with the value used. */
  readonly unconfirmed: Readonly<Record<string, string | number | boolean | null>>;
};

export function ruleUsed(rule: Rule, set: ParameterSet): RuleUsed {
  const values = parameterValues(rule, set);
  const names = Object.keys(rule.contract.unconfirmed);
  return {
    name: rule.name,
    version: set['version'] ?? '',
    from: set['holds_from'] ?? '',
    unconfirmed: Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
  };
}

/** Everything there is to know of a rule on a day, for `--json`. */
export function aboutRule(rule: Rule, set: ParameterSet) {
  const { title, source, levels, reasons, unconfirmed } = rule.contract;
  const filled = (texts: Readonly<Record<string, Text>>) =>
    Object.fromEntries(Object.entries(texts).map(([code, words]) => [code, wordsOf(words, code, set)]));
  return {
    rule: ruleUsed(rule, set),
    title,
    source,
    to: set['holds_to'] || null,
    keys: Object.fromEntries(keysOf(rule)),
    levels,
    reasons: filled(reasons),
    parameters: parameterValues(rule, set),
    unconfirmed,
  };
}

/** Keys of a person that a rule looks at, and what their values must be. */
export function keysOf(rule: Rule): readonly (readonly [string, Text])[] {
  return Object.entries(personKeys)
    .filter(([, key]) => key.columns.some((column) => column in rule.contract.input))
    .map(([name, key]) => [name, key.expects] as const);
}

function parameterValues(rule: Rule, set: ParameterSet) {
  const kinds = Object.entries(rule.contract.parameters);
  return Object.fromEntries(kinds.map(([name, kind]) => [name, cellValue(set[name] ?? '', kind)]));
}

function cellValue(cell: string, kind: ColumnKind): string | number | boolean | null {
  if (cell === '') return null;
  if (kind === 'boolean') return cell === 'true';
  return kind === 'text' || kind === 'date' ? cell : Number(cell);
}
