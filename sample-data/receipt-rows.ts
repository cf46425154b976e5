import type { Row, Unit } from './claims.ts';
import type { Head } from './receipt.ts';
import { blank, type Lines } from './receipt-lines.ts';

/** A line that could be struck out alone without touching the rest. */
export type Removable = { readonly line: number; readonly unit: Unit };

/** One row as its kind of receipt writes it; `section` and `points` are empty where they do not stand. */
export type WriteRow = (row: Row, unit: Unit, section: string, points: string, days: string) => string;

/** Writes the rows of units in the order given; bundled ones are left out. */
export function addUnits(
  lines: Lines,
  units: readonly Unit[],
  days: readonly number[],
  write: WriteRow,
): Removable[] {
  const removable: Removable[] = [];
  let section = '';
  for (const unit of units) {
    if (unit.bundled) continue;
    const first = unit.section !== section;
    section = unit.section;
    const marks = unitDays(unit, days);
    const alone = !first && unit.rows.length === 1 && section !== '97' && !unit.subtracts && unit.points > 0;
    unit.rows.forEach((row, index) => {
      const last = index === unit.rows.length - 1;
      const shown = first && index === 0 ? section : '';
      const line = lines.add(write(row, unit, shown, last ? String(unit.points) : '', marks));
      if (alone) removable.push({ line, unit });
    });
  }
  return removable;
}

/** 算定日情報: a supply on the first day; else the count spread over the days, the first ones taking the rest. */
function unitDays(unit: Unit, days: readonly number[]): string {
  if (unit.supply) return `${blank(days[0]!)}${unit.count}${blank(31 - days[0]!)}`;
  const each = Math.floor(unit.count / days.length);
  let rest = unit.count - each * days.length;
  let text = '';
  let last = 0;
  for (const day of days) {
    const count = each + (rest-- > 0 ? 1 : 0);
    if (count === 0) break;
    text += `${blank(day - last)}${count}`;
    last = day;
  }
  return text + blank(31 - last);
}

/** The record of the insurer (HO), where it stands and how it is written with another total. */
export type Total = {
  readonly points: number;
  readonly line: number;
  readonly write: (points: number) => string;
};

export const reviewComment = 'CO,,1,810000001,審査による査定';

/** 査定: a row is struck out and the total replaced (JY); sometimes a comment is added. Returns the unit struck out. */
export function correct(
  lines: Lines,
  head: Head,
  total: Total,
  removable: readonly Removable[],
  comment: string = reviewComment,
): Unit | undefined {
  if (head.fault === 'correction_without_target') {
    lines.add('JY,3,998,0,4,B,,,');
    return undefined;
  }
  const target = removable.at(-1);
  if (!head.correct || target === undefined) return undefined;
  lines.added(total.write(total.points - pointsOf(target.unit)), total.line, 1);
  if (head.serial % 4 === 0) {
    lines.added(comment, target.line, 1);
    lines.add(`JY,1,${target.line},0,,D,${target.line},1,`);
  }
  lines.add(`JY,3,${target.line},0,4:6,B,,,`);
  lines.add(`JY,2,${total.line},0,6,B,${total.line},1,`);
  return target.unit;
}

export function pointsOf(unit: Unit): number {
  return unit.points * unit.count;
}
