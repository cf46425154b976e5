import type { Text } from '#shared/text.ts';
import { wordsOf } from '../rules/explain.ts';
import { parametersOn } from '../rules/open.ts';
import type { List } from './open.ts';

/** The words of a list on a day: its kind, its rule and every group, level and reason it counts by. */
export function listLabels({ name, contract, rule }: List, asOf: string): Record<string, Text> {
  const parameters = parametersOn(rule, asOf) ?? {};
  const { levels, causes } = rule.contract;
  const codes = Object.entries({ ...contract.exclusions, ...causes, ...levels });
  return {
    [`list:${name}`]: contract.title,
    [rule.name]: rule.contract.title,
    byLevel: { ja: '区分', en: 'level' },
    byReason: { ja: '理由', en: 'reason' },
    ...Object.fromEntries(codes.map(([code, text]) => [code, wordsOf(text, code, parameters)])),
  };
}
