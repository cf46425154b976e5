import type { LetterLook, LetterRow, LineKind, ShownLine, ShownSums } from '#shared/define.ts';
import type { LetterLine } from './letters.ts';

/** Thousands separated by commas. */
export function figure(amount: number): string {
  return amount.toLocaleString('ja-JP');
}

/** `2026-06` as 2026年6月. */
export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** `2026-06-01` as 2026年6月1日. */
export function dayText(day: string): string {
  return `${monthText(day)}${Number(day.slice(8, 10))}日`;
}

/** Months of care as they stand beside the title. */
export function periodText(from: string, to: string): string {
  if (from === to) return `${monthText(from)}の診療分`;
  const end = from.slice(0, 4) === to.slice(0, 4) ? `${Number(to.slice(5, 7))}月` : monthText(to);
  return `${monthText(from)}〜${end}の診療分`;
}

/** A line as the look of its notice sees it; `names` of the addressee and the others, in their order. */
export function shownLine(
  kinds: Readonly<Record<string, LineKind>>,
  line: LetterLine,
  names: readonly string[],
): ShownLine {
  const cell = (column: string) => {
    if (!Object.hasOwn(kinds, column)) throw new Error(`${column} is no column of the letter`);
    return line[column] ?? null;
  };
  const amount = (column: string) => Number(cell(column));
  return {
    amount,
    is: (column) => cell(column) === true,
    text(column) {
      const value = cell(column);
      if (value === null) return '';
      switch (kinds[column]) {
        case 'month':
          return monthText(String(value));
        case 'count':
        case 'yen':
          return figure(amount(column));
        case 'person':
          return names[amount(column)] ?? '';
        default:
          return String(value);
      }
    },
  };
}

/** All rows of the table. */
export function tableRows(
  look: LetterLook,
  lines: readonly ShownLine[],
  totals: Readonly<Record<string, number>>,
): readonly LetterRow[] {
  return [...lines.flatMap((line) => look.rows(line)), look.sum(shownSums(totals))];
}

export function shownSums(totals: Readonly<Record<string, number>>): ShownSums {
  return { amount: (name) => totals[name] ?? 0, yen: figure };
}
