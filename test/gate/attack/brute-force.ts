import type { SystemInput } from '#gate/model/input.ts';

/**
 * An attacker who knows nothing of the gate's code: from the published figures, the sums and "figures are whole and
 * not negative" he looks for another table by trying, and remembers every table he found. Written only for the
 * tests; slow and simple on purpose.
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
/** A value for every figure that is not shown. */
type Table = ReadonlyMap<string, number>;

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

/** Depth-first trial of whole tables: one that fits, or `'none'`; `undefined` after too many looks. */
function findTable(
  start: ReadonlyMap<string, Range>,
  lines: readonly Line[],
  most: number,
): Table | 'none' | undefined {
  const linesOf = new Map<string, Line[]>();
  for (const line of lines)
    for (const [id] of line.terms) linesOf.set(id, [...(linesOf.get(id) ?? []), line]);
  let looks = 0;
  const settle = (ranges: Map<string, Range>, first: readonly Line[]): boolean => {
    const due = new Set(first);
    for (const line of due) {
      if (++looks > most) return true;
      due.delete(line);
      const changed = new Set<string>();
      if (!narrow(ranges, line, changed)) return false;
      for (const id of changed) for (const other of linesOf.get(id)!) if (other !== line) due.add(other);
    }
    return true;
  };
  const visit = (ranges: Map<string, Range>, first: readonly Line[]): Table | 'none' | undefined => {
    const isPossible = settle(ranges, first);
    if (looks > most) return undefined;
    if (!isPossible) return 'none';
    let choice: string | undefined;
    let width = Number.POSITIVE_INFINITY;
    for (const [id, { low, high }] of ranges) {
      if (high > low && high - low < width) [choice, width] = [id, high - low];
    }
    if (choice === undefined) return new Map([...ranges].map(([id, range]) => [id, range.low]));
    const { low, high } = ranges.get(choice)!;
    const middle = Math.floor((low + high) / 2);
    for (const half of [
      { low, high: middle },
      { low: middle + 1, high },
    ]) {
      const answer = visit(new Map(ranges).set(choice, half), linesOf.get(choice) ?? []);
      if (answer !== 'none') return answer;
    }
    return 'none';
  };
  return visit(new Map(start), lines);
}

/**
 * What an outsider can try, given the table system and the ids that are not shown to him. He gives a question up after
 * `patience` looks at a sum.
 */
export function attack(input: SystemInput, hidden: ReadonlySet<string>, patience: number): Attack {
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
  const seen: Table[] = [];
  return {
    canSumTo: (ids, from, to) => {
      const fits = (table: Table) => {
        const sum = ids.reduce((all, id) => all + table.get(id)!, 0);
        return sum >= from && sum <= to;
      };
      if (seen.some(fits)) return true;
      const goal: Line = { terms: ids.map((id) => [id, 1] as const), low: from, high: to };
      const table = findTable(ranges, [...useful, goal], patience);
      if (table === undefined) return undefined;
      if (table === 'none') return false;
      seen.push(table);
      return true;
    },
  };
}
