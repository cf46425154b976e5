import type { Indicator, ReportDefinition } from '#shared/define.ts';
import type { Cells } from '../cells.ts';
import type { Dashboards } from '../dashboards.ts';
import { yearName } from '../periods.ts';
import type { Column, Segment } from './content.ts';
import type { Unit } from './units.ts';

/** What every page of a report is made from. */
export type Making = {
  readonly cells: Cells;
  readonly dashboards: Dashboards;
  readonly definition: ReportDefinition;
  readonly unit: Unit;
  readonly year: number;
  /** What the unit is called at the head of a column: 「貴社」, for a pool 「この区分」. */
  readonly own: string;
};

export function indicatorsOf({ definition }: Making): readonly Indicator[] {
  return definition.groups.flatMap((group) => group.indicators);
}

export const plain = (text: string): Segment => ({ text });
export const strong = (text: string): Segment => ({ text, strong: true });

/** Phrases joined in a sentence, each strong: 「肥満のリスクがある人の割合と血圧の…」. */
export function listed(phrases: readonly string[]): readonly Segment[] {
  return phrases.flatMap((phrase, index) => [
    ...(index > 0 ? [plain(index === phrases.length - 1 ? 'と' : '、')] : []),
    strong(phrase),
  ]);
}

export function column(title: string | readonly string[], align: Column['align'], width: number): Column {
  return { title: typeof title === 'string' ? [title] : title, align, width };
}

/** Headings of the columns of this year and the one before. */
export function yearColumns({ own, year }: Making): { readonly now: string[]; readonly before: string[] } {
  return { now: [own, yearName(year, 'ja')], before: [own, yearName(year - 1, 'ja')] };
}
