import type { SystemInput } from '#gate/model/input.ts';

/**
 * An attacker who knows nothing of the gate's code: from the published figures, the sums and "figures are whole and
 * not negative" he looks for another table by trying. Written only for the tests; slow and simple on purpose.
 */
export type Attack = {
  /** Is there a table in which these figures sum to something in from…to? `undefined`: gave up. */
  readonly canSumTo: (ids: readonly string[], from: number, to: number) => boolean | undefined;
};

type Line = {
  readonly terms: readonly (readonly [string, number])[];
  readonly low: number;
  readonly high: number;
};
type Range = { readonly low: number; readonly high: number };

const STEPS = 20_000;

/** Narrows ranges by one line (low ≤ Σ factor × figure ≤ high); false if no value is left. */
function narrow(ranges: Map<string, Range>, line: Line, changed: Set<string>): boolean {
  let least = 0;
  let most = 0;
  for (const [id, factor] of line.terms) {
    const range = ranges.get(id)!;
    least += factor > 0 ? factor * range.low : factor * range.high;
    most += factor > 0 ? factor * range.high : factor * range.low;
  }
  if (least > line.high || most < line.low) return false;
  for (const [id, factor] of line.terms) {
    const { low, high } = ranges.get(id)!;
    const restLeast = least - (factor > 0 ? factor * low : factor * high);
    const restMost = most - (factor > 0 ? factor * high : factor * low);
    const bounds = [(line.low - restMost) / factor, (line.high - restLeast) / factor];
    const next = {
      low: Math.max(low, Math.ceil(Math.min(...bounds))),
      high: Math.min(high, Math.floor(Math.max(...bounds))),
    };
    if (next.low > next.high) return false;
    if (next.low === low && next.high === high) continue;
    ranges.set(id, next);
    changed.add(id);
    return narrow(ranges, line, changed);
  }
  return true;
}

function settle(ranges: Map<string, Range>, lines: readonly Line[]): boolean {
  for (;;) {
    const changed = new Set<string>();
    for (const line of lines) if (!narrow(ranges, line, changed)) return false;
    if (changed.size === 0) return true;
  }
}

/** Depth-first trial of whole tables; `undefined` after too many steps. */
function hasTable(start: ReadonlyMap<string, Range>, lines: readonly Line[]): boolean | undefined {
  let steps = 0;
  const visit = (ranges: Map<string, Range>): boolean | undefined => {
    if (++steps > STEPS) return undefined;
    if (!settle(ranges, lines)) return false;
    let choice: string | undefined;
    let width = Number.POSITIVE_INFINITY;
    for (const [id, { low, high }] of ranges) {
      if (high > low && high - low < width) [choice, width] = [id, high - low];
    }
    if (choice === undefined) return true;
    const { low, high } = ranges.get(choice)!;
    const middle = Math.floor((low + high) / 2);
    for (const half of [
      { low, high: middle },
      { low: middle + 1, high },
    ]) {
      const answer = visit(new Map(ranges).set(choice, half));
      if (answer !== false) return answer;
    }
    return false;
  };
  return visit(new Map(start));
}

/** What an outsider can try, given the table system and the ids that are not shown to him. */
export function attack(input: SystemInput, hidden: ReadonlySet<string>): Attack {
  const shown = new Map(input.cells.filter(({ id }) => !hidden.has(id)).map(({ id, value }) => [id, value]));
  const cap = 2 * Math.max(...input.cells.map(({ value }) => value)) + 4 * input.k;
  const ranges = new Map([...hidden].map((id) => [id, { low: 0, high: cap }]));
  for (const { id, structural } of input.cells)
    if (structural && hidden.has(id)) ranges.set(id, { low: 0, high: 0 });
  const lines = input.relations.map(({ total, parts }): Line => {
    const factors = new Map<string, number>();
    let known = 0;
    for (const [id, factor] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
      const value = shown.get(id);
      if (value === undefined) factors.set(id, (factors.get(id) ?? 0) + factor);
      else known += factor * value;
    }
    const terms = [...factors].filter(([, factor]) => factor !== 0);
    return { terms, low: -known, high: -known };
  });
  const useful = lines.filter((line) => line.terms.length > 0);
  return {
    canSumTo: (ids, from, to) => {
      const goal: Line = { terms: ids.map((id) => [id, 1] as const), low: from, high: to };
      return hasTable(ranges, [...useful, goal]);
    },
  };
}
