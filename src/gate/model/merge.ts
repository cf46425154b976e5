/** Equal cells and constant zeros that the relations themselves show. */
export type Merged = {
  /** Representative position of each cell. */
  readonly find: (cell: number) => number;
  /** By representative: 1 where every figure of the cell is zero by the relations alone. */
  readonly zero: Uint8Array;
  /** Relations that are left, over representatives: cell → coefficient (total positive, parts negative). */
  readonly relations: readonly ReadonlyMap<number, number>[];
};

type Line = { readonly total: number; readonly parts: readonly number[] };

/**
 * Reads the relations again and again: a relation with one part makes two cells equal, one whose terms all
 * have the same sign makes them zero; both may leave other relations with one part. Repeats are dropped.
 */
export function mergeEqual(
  count: number,
  lines: readonly Line[],
  structural: (cell: number) => boolean,
): Merged {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const zero = Uint8Array.from({ length: count }, (_, i) => (structural(i) ? 1 : 0));
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const read = (line: Line): Map<number, number> => {
    const terms = new Map<number, number>();
    const add = (cell: number, by: number) => {
      const root = find(cell);
      if (!zero[root]) terms.set(root, (terms.get(root) ?? 0) + by);
    };
    add(line.total, 1);
    for (const part of line.parts) add(part, -1);
    for (const [cell, coefficient] of terms) if (coefficient === 0) terms.delete(cell);
    return terms;
  };
  /** Takes in what one relation says about equality; true where something is new. */
  const learn = (terms: ReadonlyMap<number, number>): boolean => {
    const signs = [...terms.values()];
    if (signs.length === 0) return false;
    if (signs.every((sign) => sign > 0) || signs.every((sign) => sign < 0)) {
      for (const cell of terms.keys()) zero[cell] = 1;
      return true;
    }
    const [first, second, third] = terms.keys();
    if (third !== undefined || signs[0]! + signs[1]! !== 0) return false;
    const [to, from] = first! < second! ? [first!, second!] : [second!, first!];
    parent[from] = to;
    zero[to] = zero[to]! | zero[from]!;
    return true;
  };
  let again = true;
  while (again) {
    again = false;
    for (const line of lines) if (learn(read(line))) again = true;
  }
  return { find, zero, relations: dropRepeats(lines.map(read).filter((terms) => terms.size > 0)) };
}

function dropRepeats(relations: readonly Map<number, number>[]): Map<number, number>[] {
  const seen = new Map<string, Map<number, number>>();
  for (const terms of relations) {
    const key = [...terms]
      .sort((a, b) => a[0] - b[0])
      .map(([cell, coefficient]) => `${cell}:${coefficient}`)
      .join(' ');
    if (!seen.has(key)) seen.set(key, terms);
  }
  return [...seen.values()];
}
