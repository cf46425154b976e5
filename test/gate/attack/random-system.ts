import type { Grade, InputCell, SystemInput } from '#gate/model/input.ts';

/** Small seeded generator (mulberry32), numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const grades: readonly Grade[] = ['P1', 'P2', 'P2u', 'P3'];

type Node = { readonly code: string; readonly children: readonly string[] };

/** A dimension: leaves, perhaps a level of groups (one may hold a single leaf), and the total. */
function randomDimension(
  random: () => number,
  letter: string,
  most: number,
): { leaves: string[]; nodes: Node[] } {
  const count = 1 + Math.floor(random() * most);
  const leaves = Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const nodes: Node[] = [];
  let top = leaves;
  if (count >= 3 && random() < 0.5) {
    const cut = 1 + Math.floor(random() * (count - 1));
    nodes.push({ code: `${letter}x`, children: leaves.slice(0, cut) });
    nodes.push({ code: `${letter}y`, children: leaves.slice(cut) });
    top = [`${letter}x`, `${letter}y`];
  }
  nodes.push({ code: '*', children: top });
  if (count >= 2 && random() < 0.2) nodes.push({ code: `${letter}z`, children: leaves.slice(1) });
  return { leaves, nodes };
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (done, list) => done.flatMap((key) => list.map((code) => [...key, code])),
    [[]],
  );
}

/** A table system with 1 to 4 dimensions, hierarchies, overlapping groupings, zeros and links. */
export function randomSystem(seed: number, size: 'tiny' | 'small' = 'small'): SystemInput {
  const random = seeded(seed);
  const dimensions = 1 + Math.floor(random() ** 1.5 * 4);
  const most = size === 'tiny' ? [5, 3, 2, 2][dimensions - 1]! : [12, 6, 4, 3][dimensions - 1]!;
  const axes = Array.from({ length: dimensions }, (_, d) => randomDimension(random, 'abcd'[d]!, most));
  const k = [2, 3, 5, 10, 10][Math.floor(random() * 5)]!;
  const scale = k * (0.3 + 3 * random() ** 2);
  const zeros = random() * 0.6;
  const values = new Map<string, number>();
  for (const key of product(axes.map((axis) => axis.leaves))) {
    const value = random() < zeros ? 0 : Math.floor(-Math.log(1 - random()) * scale);
    values.set(key.join('.'), value);
  }
  const relations: { total: string; parts: string[] }[] = [];
  for (let d = 0; d < dimensions; d++) {
    const done = axes.map((axis, i) =>
      i < d ? [...axis.leaves, ...axis.nodes.map((node) => node.code)] : axis.leaves,
    );
    for (const node of axes[d]!.nodes) {
      for (const key of product(done.map((codes, i) => (i === d ? [node.code] : codes)))) {
        const parts = node.children.map((child) => key.map((code, i) => (i === d ? child : code)).join('.'));
        const total = key.join('.');
        values.set(
          total,
          parts.reduce((sum, part) => sum + values.get(part)!, 0),
        );
        relations.push({ total, parts });
      }
    }
  }
  const cells: InputCell[] = [...values].map(([id, value]) => ({ id, value }));
  relations.push(...crossRelations(values, axes, relations));
  return { k, grade: grades[Math.floor(random() * 4)]!, cells, relations };
}

/** The sums over earlier dimensions at coordinates that are totals in later ones. */
function crossRelations(
  values: ReadonlyMap<string, number>,
  axes: readonly { nodes: readonly Node[] }[],
  known: readonly { total: string; parts: readonly string[] }[],
): { total: string; parts: string[] }[] {
  const seen = new Set(known.map(({ total, parts }) => `${total}=${parts.join('+')}`));
  const more: { total: string; parts: string[] }[] = [];
  for (const total of values.keys()) {
    const key = total.split('.');
    for (const [d, axis] of axes.entries()) {
      for (const node of axis.nodes) {
        if (node.code !== key[d]) continue;
        const parts = node.children.map((child) => key.map((code, i) => (i === d ? child : code)).join('.'));
        if (!seen.has(`${total}=${parts.join('+')}`)) more.push({ total, parts });
      }
    }
  }
  return more;
}

/** The same system with a past: some figures are public already, some were hidden before, some zeros are certain. */
export function withHistory(input: SystemInput, seed: number): SystemInput {
  const random = seeded(seed ^ 0x5bd1e995);
  const share = random() * 0.4;
  const cells = input.cells.map((cell): InputCell => {
    const draw = random();
    if (cell.kind === 'slack') return cell;
    const weight = random() < 0.2 ? { weight: Math.floor(random() * 5) } : {};
    if (cell.value === 0 && draw < 0.2) return { ...cell, ...weight, structural: true };
    if (!cell.primary && (cell.kind === 'sum' || cell.value === 0 || cell.value >= input.k) && draw < share)
      return { ...cell, ...weight, fixed: true };
    return draw > 0.9 ? { ...cell, ...weight, wasHidden: true } : { ...cell, ...weight };
  });
  return { ...input, cells };
}

/** The same tables as amounts: some are dominated by one contributor and need room on both sides. */
export function asMoney(input: SystemInput, seed: number): SystemInput {
  const random = seeded(seed ^ 0x2545f491);
  const cells = input.cells.map(({ id, value }): InputCell => {
    if (value === 0 || random() > 0.25) return { id, value, kind: 'sum' };
    const room = () => Math.ceil(value * 0.3 * random());
    return { id, value, kind: 'sum', primary: true, needLower: room(), needUpper: room() };
  });
  return { ...input, cells };
}

/** Adds overlapping groups over the first cell: each group ≤ whole ≤ sum of groups, with slacks. */
export function withOverlap(input: SystemInput, seed: number): SystemInput {
  const random = seeded(seed ^ 0x1b873593);
  const whole = input.cells[Math.floor(random() * input.cells.length)]!;
  const groups = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => ({
    id: `over${i}`,
    value: i === 0 ? whole.value : Math.floor(random() * (whole.value + 1)),
  }));
  const sum = groups.reduce((all, { value }) => all + value, 0);
  return {
    ...input,
    cells: [
      ...input.cells,
      ...groups,
      ...groups.map(
        ({ id, value }): InputCell => ({ id: `rest-${id}`, value: whole.value - value, kind: 'slack' }),
      ),
      { id: 'over-sum', value: sum, kind: 'slack' },
      { id: 'over-twice', value: sum - whole.value, kind: 'slack' },
    ],
    relations: [
      ...input.relations,
      ...groups.map(({ id }) => ({ total: whole.id, parts: [id, `rest-${id}`] })),
      { total: 'over-sum', parts: groups.map(({ id }) => id) },
      { total: 'over-sum', parts: [whole.id, 'over-twice'] },
    ],
  };
}

/** The same system, told in another order. */
export function shuffled(input: SystemInput, seed: number): SystemInput {
  const random = seeded(seed);
  const mix = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  };
  return {
    ...input,
    cells: mix(input.cells),
    relations: mix(input.relations).map(({ total, parts }) => ({ total, parts: mix(parts) })),
  };
}
