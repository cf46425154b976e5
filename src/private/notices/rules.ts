import { loadReference } from '#shared/lists.ts';
import type { Month } from '#shared/month.ts';
import { parametersOn } from '../rules/open.ts';
import type { Notice } from './discover.ts';

/** The rule of a notice and each dated table it applies, with the start of the version that holds in a month. */
export function ruleVersions({ contract, asks }: Notice, month: Month): Readonly<Record<string, string>> {
  const tables = contract.rules.map((name) => {
    const starts = loadReference(name).map((row) => row['from_month'] ?? '');
    const begun = starts.filter((start) => start <= month).sort();
    return [name, begun.at(-1) ?? ''] as const;
  });
  const rule = asks && parametersOn(asks.rule, `${month}-01`)?.['holds_from'];
  return Object.fromEntries(asks && rule ? [[asks.rule.name, rule], ...tables] : tables);
}
