import type { Cell, ManifestMeasure } from '#release/form.ts';
import { shown } from '../cells.ts';
import { decimalsOf, marks, number } from '../format.ts';
import type { Item, Verdict } from './content.ts';

/** A released cell as the content of a table cell; `sub` stands small under it. */
export function itemOf(
  cell: Cell | undefined,
  measure: ManifestMeasure,
  options: { readonly strong?: boolean; readonly unit?: boolean; readonly sub?: string } = {},
): Item {
  const { strong = false, unit = false, sub = '' } = options;
  const value = shown(cell);
  if (value !== undefined)
    return {
      kind: 'figure',
      text: number(value, decimalsOf(measure)),
      unit: unit ? measure.unit.ja : '',
      strong,
      sub,
    };
  if (cell?.status === 'hidden') return { kind: 'hidden', sub };
  const { mark, spoken } = marks[cell?.status === 'na' ? 'na' : 'missing'];
  return { kind: 'none', mark, spoken: spoken.ja, sub };
}

/** The mark alone, for small print. */
export function plainOf(cell: Cell | undefined, measure: ManifestMeasure): string {
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
