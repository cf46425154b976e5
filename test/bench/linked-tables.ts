import type { InputRelation, SystemInput } from '#gate/model/input.ts';
import { seeded } from '../gate/attack/random-system.ts';

const TOTAL = '*';

/** One dimension: its leaves, what sums of its codes there are, and the leaf of each invented person. */
type Axis = {
  readonly name: string;
  readonly leaves: readonly string[];
  /** From the groups to the total; the total has one sum for every grouping. */
  readonly sums: readonly { readonly code: string; readonly parts: readonly string[] }[];
  readonly drawn: readonly string[];
};

/** How many leaves, and into how many groups they are put; each grouping cuts the leaves anew. */
type Width = { readonly leaves: number; readonly groupings: readonly number[] };

/** Early leaves are likelier, so that many cells are small. */
function openAxis(name: string, width: Width, persons: number, random: () => number): Axis {
  const leaves = Array.from({ length: width.leaves }, (_, i) => `${name}${String(i).padStart(3, '0')}`);
  const groupings = width.groupings.map((count, nth) => {
    const codes = Array.from(
      { length: count },
      (_, i) => `${name}${'-'.repeat(nth + 1)}${String(i).padStart(2, '0')}`,
    );
    const parts = codes.map((_, i) =>
      leaves.filter((_leaf, at) => Math.floor((at * count) / leaves.length) === i),
    );
    return codes.map((code, i) => ({ code, parts: parts[i]! }));
  });
  const totals =
    groupings.length === 0 ? [leaves] : groupings.map((groups) => groups.map(({ code }) => code));
  const sums = [...groupings.flat(), ...totals.map((parts) => ({ code: TOTAL, parts }))];
  const drawn = Array.from({ length: persons }, () => leaves[Math.floor(random() ** 2.2 * leaves.length)]!);
  return { name, leaves, sums, drawn };
}

/** Canonical name of a cell: axes at their total are left out, so that tables share their margins. */
function idOf(codes: readonly string[]): string {
  const shown = codes.filter((code) => code !== TOTAL);
  return shown.length === 0 ? 'all' : shown.join('|');
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (keys, list) => keys.flatMap((key) => list.map((code) => [...key, code])),
    [[]],
  );
}

/** Codes of an axis above its leaves, each once. */
function levelsOf({ sums }: Axis): readonly string[] {
  return [...new Set(sums.map(({ code }) => code))];
}

function addTable(
  values: Map<string, number>,
  relations: Map<string, InputRelation>,
  axes: readonly Axis[],
  persons: number,
): void {
  const own = new Map<string, number>();
  for (const key of product(axes.map((axis) => axis.leaves))) own.set(idOf(key), 0);
  for (let person = 0; person < persons; person++) {
    const id = idOf(axes.map((axis) => axis.drawn[person]!));
    own.set(id, own.get(id)! + 1);
  }
  for (const [i, axis] of axes.entries()) {
    const known = axes.map((other, at) => (at < i ? [...other.leaves, ...levelsOf(other)] : other.leaves));
    for (const code of levelsOf(axis)) {
      const { parts } = axis.sums.find((sum) => sum.code === code)!;
      for (const key of product(known.map((codes, at) => (at === i ? [code] : codes))))
        own.set(
          idOf(key),
          parts.reduce((sum, part) => sum + own.get(idOf(key.with(i, part)))!, 0),
        );
    }
  }
  for (const key of product(axes.map((axis) => [...axis.leaves, ...levelsOf(axis)]))) {
    values.set(idOf(key), own.get(idOf(key))!);
    for (const [i, axis] of axes.entries())
      for (const [nth, { code, parts }] of axis.sums.entries())
        if (code === key[i])
          relations.set(`${idOf(key)}/${axis.name}${nth}`, {
            total: idOf(key),
            parts: parts.map((part) => idOf(key.with(i, part))),
          });
  }
}

/** Leaves and groups of age, unit, disease, month and sex, and the invented persons. */
const linked = {
  2820: { widths: [6, 7, 7, 5], persons: 2_900 },
  7467: { widths: [8, 10, 11, 7], persons: 9_500 },
  24092: { widths: [13, 15, 17, 11], persons: 40_000 },
  100000: { widths: [21, 25, 28, 17], persons: 186_000 },
} as const;

export type Shape = keyof typeof linked | 'two groupings';

export const shapes: readonly Shape[] = [2_820, 7_467, 24_092, 100_000, 'two groupings'];

/**
 * Invented tables of about so many cells: four linked tables of three axes each over the same persons, or one table of
 * 14,160 cells whose units stand in 10 groups and in 8 others that do not nest (59 × 16 × 15).
 */
export function benchTables(shape: Shape, k: number): SystemInput {
  const random = seeded(7);
  const values = new Map<string, number>();
  const relations = new Map<string, InputRelation>();
  if (shape === 'two groupings') {
    const persons = 155_000;
    const open = (name: string, leaves: number, ...groupings: number[]) =>
      openAxis(name, { leaves, groupings }, persons, random);
    addTable(values, relations, [open('unit', 40, 10, 8), open('age', 15), open('disease', 14)], persons);
  } else {
    const { widths, persons } = linked[shape];
    const open = (name: string, leaves: number, per: number) =>
      openAxis(name, { leaves, groupings: [Math.ceil(leaves / per)] }, persons, random);
    const age = open('age', widths[0], 2);
    const unit = open('unit', widths[1], 3);
    const disease = open('disease', widths[2], 4);
    const month = open('month', widths[3], 3);
    const sex = openAxis('sex', { leaves: 2, groupings: [] }, persons, random);
    for (const axes of [
      [age, unit, disease],
      [age, unit, month],
      [unit, disease, month],
      [age, disease, sex],
    ])
      addTable(values, relations, axes, persons);
  }
  return {
    k,
    grade: 'P2u',
    cells: [...values].map(([id, value]) => ({ id, value })),
    relations: [...relations.values()],
  };
}
