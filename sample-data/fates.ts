import type { MonthIndex } from './calendar.ts';
import type { Random } from './random.ts';

/** What becomes of a receipt after it was taken in, in the month of processing it takes effect. */
export type Fate =
  | {
      /** 返戻: it goes back, and mostly comes again, under the same number or a new one. */
      readonly kind: 'returned';
      readonly month: MonthIndex;
      /** A line of the list, or the receipt itself with the reason on it. */
      readonly by: 'list' | 'file';
      readonly again: { readonly month: MonthIndex; readonly isRenumbered: boolean } | undefined;
    }
  | {
      /** 再審査: other points, by a new version of the receipt or by a line of the list alone. */
      readonly kind: 'reexamined';
      readonly month: MonthIndex;
      readonly by: 'version' | 'notice';
    }
  /** 過誤, 振替: it does not come again. */
  | { readonly kind: 'withdrawn' | 'transferred'; readonly month: MonthIndex };

const [returned, reexamined, withdrawn, transferred] = [0.004, 0.005, 0.001, 0.0006];

/** The fate of a receipt processed in a month, if it takes effect before `last` is over. */
export function drawFate(random: Random, processed: MonthIndex, last: MonthIndex): Fate | undefined {
  const draw = random.next();
  const month = processed + random.between(1, 4);
  if (month > last) return undefined;
  if (draw < returned) {
    const again = { month: month + random.between(1, 3), isRenumbered: random.chance(0.5) };
    const by = random.chance(0.4) ? 'file' : 'list';
    const comes = again.month <= last && random.chance(0.85);
    return { kind: 'returned', month, by, again: comes ? again : undefined };
  }
  if (draw < returned + reexamined)
    return { kind: 'reexamined', month, by: random.chance(0.6) ? 'version' : 'notice' };
  if (draw < returned + reexamined + withdrawn) return { kind: 'withdrawn', month };
  if (draw < returned + reexamined + withdrawn + transferred) return { kind: 'transferred', month };
  return undefined;
}
