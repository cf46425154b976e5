import type { Cell } from '#release/form.ts';
import type { Text } from '#shared/text.ts';
import { shown } from '../cells.ts';
import { marks, number } from '../format.ts';
import type { Item, Verdict } from './content.ts';

/** What is needed to write a figure of a measure. */
type Written = { readonly unit: Text; readonly decimals?: number };

export const persons: Written = { unit: { ja: '人', en: 'persons' } };

/** A released cell as the content of a table cell; `sub` stands small under it. */
export function itemOf(
  cell: Cell | undefined,
  measure: Written,
  options: { readonly strong?: boolean; readonly unit?: boolean; readonly sub?: string } = {},
): Item {
  const { strong = false, unit = false, sub = '' } = options;
  const value = shown(cell);
  if (value !== undefined)
    return {
      kind: 'figure',
      text: number(value, measure.decimals),
      unit: unit ? measure.unit.ja : '',
      strong,
      sub,
    };
  if (cell?.status === 'hidden') return { kind: 'hidden', sub };
  const { mark, spoken } = marks[cell?.status === 'na' ? 'na' : 'missing'];
  return { kind: 'none', mark, spoken: spoken.ja, sub };
}

/** The mark alone, for small print. */
export function plainOf(cell: Cell | undefined, measure: Written): string {
  const item = itemOf(cell, measure);
  return item.kind === 'figure' ? item.text : item.kind === 'none' ? item.mark : marks.hidden.mark;
}

export const textItem = (text: string): Item => ({ kind: 'text', text });

const words: Readonly<Record<Verdict, string>> = {
  good: '良い',
  same: '同じくらい',
  bad: '課題',
  unknown: '判定なし',
};

export function verdictItem(verdict: Verdict): Item {
  return { kind: 'verdict', verdict, word: words[verdict] };
}

/** Marks of the verdicts; the word always stands beside them. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  good: '●',
  same: '―',
  bad: '▲',
  unknown: '',
};
