import type { InputRelation, SystemInput } from '#gate/model/input.ts';
import { seeded } from '../gate/attack/random-system.ts';

/** One dimension: its leaves, the parent of every leaf and group, and the leaf of each invented person. */
type Axis = {
  readonly name: string;
  readonly leaves: readonly string[];
  readonly parent: ReadonlyMap<string, string>;
  readonly drawn: readonly string[];
};

/** `count` leaves under groups of `per` under the total; early leaves are likelier, so many cells are small. */
function openAxis(name: string, count: number, per: number, persons: number, random: () => number): Axis {
  const leaves = Array.from({ length: count }, (_, i) => `${name}${String(i).padStart(3, '0')}`);
  const parent = new Map<string, string>();
  for (const [i, leaf] of leaves.entries()) {
    const group = `${name}-${String(Math.floor(i / per)).padStart(2, '0')}`;
    parent.set(leaf, group);
    parent.set(group, '*');
  }
  const drawn = Array.from({ length: persons }, () => leaves[Math.floor(random() ** 2.2 * leaves.length)]!);
  return { name, leaves, parent, drawn };
}

/** Canonical name of a cell: axes at their total are left out, so that tables share their margins. */
function idOf(codes: readonly string[]): string {
  const shown = codes.filter((code) => code !== '*');
  return shown.length === 0 ? 'all' : shown.join('|');
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (keys, list) => keys.flatMap((key) => list.map((code) => [...key, code])),
    [[]],
  );
}

function addTable(
  values: Map<string, number>,
  relations: Map<string, InputRelation>,
  axes: readonly Axis[],
  persons: number,
): void {
  const counts = new Map<string, number>();
  for (let person = 0; person < persons; person++) {
    const id = idOf(axes.map((axis) => axis.drawn[person]!));
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const own = new Map<string, number>();
  for (const key of product(axes.map((axis) => axis.leaves))) own.set(idOf(key), counts.get(idOf(key)) ?? 0);
  const levelsOf = (axis: Axis) =>
    [...new Set(axis.parent.values())].sort((a, b) => (a === '*' ? 1 : b === '*' ? -1 : 0));
  for (const [i, axis] of axes.entries()) {
    const known = axes.map((other, at) => (at < i ? [...other.leaves, ...levelsOf(other)] : other.leaves));
    for (const code of levelsOf(axis)) {
      const children = [...axis.parent].flatMap(([child, parent]) => (parent === code ? [child] : []));
      for (const key of product(known.map((codes, at) => (at === i ? [code] : codes)))) {
        const parts = children.map((child) => idOf(key.with(i, child)));
        own.set(
          idOf(key),
          parts.reduce((sum, part) => sum + own.get(part)!, 0),
        );
      }
    }
  }
  for (const key of product(axes.map((axis) => [...axis.leaves, ...levelsOf(axis)]))) {
    values.set(idOf(key), own.get(idOf(key))!);
    for (const [i, axis] of axes.entries()) {
      const children = [...axis.parent].flatMap(([child, parent]) => (parent === key[i] ? [child] : []));
      const parts = children.map((child) => idOf(key.with(i, child)));
      if (parts.length > 0) relations.set(`${idOf(key)}/${axis.name}`, { total: idOf(key), parts });
    }
  }
}

const factors = { small: 1, medium: 2.5, large: 4.1 };

/** Four linked tables of three axes each, over the same invented persons: about 2,000, 25,000 or 100,000 cells. */
export function linkedTables(size: keyof typeof factors, persons: number): SystemInput {
  const random = seeded(7);
  const open = (name: string, count: number, per: number) =>
    openAxis(name, Math.round(count * factors[size]), per, persons, random);
  const age = open('age', 5, 2);
  const unit = open('unit', 6, 3);
  const disease = open('disease', 7, 4);
  const month = open('month', 4, 3);
  const sex = openAxis('sex', 2, 2, persons, random);
  const values = new Map<string, number>();
  const relations = new Map<string, InputRelation>();
  addTable(values, relations, [age, unit, disease], persons);
  addTable(values, relations, [age, unit, month], persons);
  addTable(values, relations, [unit, disease, month], persons);
  addTable(values, relations, [age, disease, sex], persons);
  return {
    k: 10,
    grade: 'P2u',
    cells: [...values].map(([id, value]) => ({ id, value })),
    relations: [...relations.values()],
  };
}
