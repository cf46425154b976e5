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

/** A line of a dated table that is not an official fact: an amount not confirmed yet, or the society's own policy. */
export type Unconfirmed = { readonly table: string; readonly ja: string };

/** What the months of a run take from dated tables without an official source, each said once. */
export function unconfirmedIn({ contract }: Notice, from: Month, to: Month): readonly Unconfirmed[] {
  return contract.rules.flatMap((table) => {
    const held = loadReference(table).filter(
      (row) => (row['from_month'] ?? '') <= to && (row['to_month'] ?? '') >= from,
    );
    const said = held.map((row) => (row['confirmed'] === 'no' ? row['ja'] : row['basis']) ?? '');
    return [...new Set(said)].filter((ja) => ja !== '').map((ja) => ({ table, ja }));
  });
}
