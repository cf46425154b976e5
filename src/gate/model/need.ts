import type { Grade, InputCell } from './input.ts';

/** What the outsider's interval must reach: down to `low` or up to `high` (NaN: not that way). */
export type Need = { readonly low: number; readonly high: number; readonly both: boolean };

const none: Need = { low: Number.NaN, high: Number.NaN, both: false };

/** Any other value than the truth. */
const move = (value: number): Need => ({
  low: value > 0 ? value - 1 : Number.NaN,
  high: value + 1,
  both: false,
});

/**
 * The protection a hidden cell needs. A count in 1…k−1 needs what the grade says, whether or not a rule named
 * it primary; a primary with margins needs both; any other primary must not be exactly known.
 */
export function needOf(cell: InputCell, primary: boolean, k: number, grade: Grade): Need {
  const { value, needLower = 0, needUpper = 0 } = cell;
  if (primary && (needLower > 0 || needUpper > 0)) {
    const low = needLower > 0 && value > 0 ? Math.max(0, value - needLower) : Number.NaN;
    return { low, high: needUpper > 0 ? value + needUpper : Number.NaN, both: true };
  }
  const small = cell.kind !== 'sum' && 0 < value && value < k && (primary || cell.kind !== 'slack');
  if (!small) return primary ? move(value) : none;
  if (grade === 'P1') return move(value);
  return { low: grade === 'P3' ? Number.NaN : 0, high: k, both: false };
}

/** The need of a cell that is several equal figures: the strictest of theirs. */
export function strictest(needs: readonly Need[]): Need {
  const lows = needs.map((need) => need.low).filter((low) => !Number.isNaN(low));
  const highs = needs.map((need) => need.high).filter((high) => !Number.isNaN(high));
  return {
    low: lows.length > 0 ? Math.min(...lows) : Number.NaN,
    high: highs.length > 0 ? Math.max(...highs) : Number.NaN,
    both: needs.some((need) => need.both),
  };
}
