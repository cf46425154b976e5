import type { Analysis } from '#shared/analyses.ts';
import { UserError } from '#shared/errors.ts';
import type { Society } from '../count/society.ts';
import { countedMeasures } from './cells.ts';

/**
 * The gate proves its figures by the sums between them. That is all an outsider can use where the tables of a
 * quantity fit together like a tree (acyclic, so every set of consistent tables comes from some population). Three
 * tables in a ring (a×b, b×c, c×a) say more than their sums, so they are refused.
 * Source: C. Beeri, R. Fagin, D. Maier, M. Yannakakis, On the desirability of acyclic database schemes (1983).
 * @throws {UserError} GATE_CONTRACT naming the quantity and the tables.
 */
export function requireAcyclic(analyses: readonly Analysis[], society: Society): void {
  for (const [quantity, tables] of tablesByQuantity(analyses, society)) {
    const ring = ringOf(tables);
    if (ring.length > 0) throw cyclic(quantity, ring);
  }
}

/** What is left of a set of tables when every ear is cut off; nothing where they fit together like a tree. */
export function ringOf(tables: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  let left = [...tables];
  for (;;) {
    const bare = left.map(
      (table, index) =>
        new Set([...table].filter((name) => left.some((other, at) => at !== index && other.has(name)))),
    );
    const isInside = (a: number, b: number) => a !== b && [...bare[a]!].every((name) => bare[b]!.has(name));
    const kept = bare.filter(
      (_, index) => !bare.some((_other, at) => isInside(index, at) && (at < index || !isInside(at, index))),
    );
    if (kept.length <= 1) return [];
    const size = (some: readonly ReadonlySet<string>[]) => some.reduce((sum, table) => sum + table.size, 0);
    if (kept.length === left.length && size(kept) === size(left)) return kept;
    left = kept;
  }
}

/** Tables of every quantity, without codes that may overlap; a finer list brings the coarser one along. */
function tablesByQuantity(
  analyses: readonly Analysis[],
  society: Society,
): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const tables = analyses.flatMap(({ contract }) =>
    countedMeasures(contract).flatMap(([, { quantity, kind, population = {} }]) =>
      contract.tables.map((table) => {
        const names = table.filter((name) => kind === 'sum' || !contract.dimensions[name]!.overlapping);
        return {
          quantity,
          population: Object.keys(population),
          table: names.map((name) => ({ name, list: contract.dimensions[name]!.list })),
        };
      }),
    ),
  );
  const codes = (list: string) => (society.lists.get(list) ?? []).map((entry) => entry.code);
  const parents = (list: string) => (society.lists.get(list) ?? []).flatMap((entry) => entry.parent ?? []);
  const isCoarser = (fine: string, coarse: string) =>
    parents(fine).length > 0 && parents(fine).every((code) => codes(coarse).includes(code));
  const all = tables.flatMap(({ table }) => table);
  const grouped = Map.groupBy(tables, ({ quantity }) => quantity);
  return new Map(
    [...grouped].map(([quantity, some]) => [
      quantity,
      some.map(({ table, population }) => {
        const above = table.flatMap(({ list }) => all.filter((one) => isCoarser(list, one.list)));
        return new Set([...population, ...[...table, ...above].map(({ name }) => name)]);
      }),
    ]),
  );
}

function cyclic(quantity: string, ring: readonly ReadonlySet<string>[]): UserError {
  const tables = ring.map((table) => [...table].join('×'));
  return new UserError(
    'GATE_CONTRACT',
    {
      ja: `「${quantity}」の表（${tables.join('、')}）が輪になっていて、安全を証明できません。何も公開していません。`,
      en: `The tables of "${quantity}" (${tables.join(', ')}) form a ring and cannot be proved safe. Nothing was published.`,
    },
    {
      hint: {
        ja: '1つの表にまとめるか、表を1つ減らしてください。',
        en: 'Make one table of them, or leave one out.',
      },
    },
  );
}
