import type { Effects } from '#shared/effects.ts';
import { cellId } from './coordinates.ts';
import type { SystemInput } from './model/input.ts';
import type { Hidden, Protected } from './protect.ts';
import type { Figure } from './tables/cells.ts';
import type { Known } from './tables/relations.ts';

type Figures = ReadonlyMap<string, Figure>;
export type Protect = (input: SystemInput, effects?: Effects) => Promise<Protected>;

/** The system as it was proved last, and what is hidden in it. */
export type Settled = { readonly input: SystemInput; readonly result: Protected };

/**
 * Protects the system, then hides what would give a hidden figure away from outside the sums, until nothing is left:
 * figures that tell each other (`tied`), and sums over hidden parts with too few persons behind them.
 * The last run has proved the whole pattern.
 */
export async function settle(
  input: SystemInput,
  figures: Figures,
  tied: readonly (readonly string[])[],
  known: readonly Known[],
  protect: Protect,
  effects: Effects,
): Promise<Settled> {
  const fixed = new Set(input.cells.flatMap((cell) => (cell.fixed ? [cell.id] : [])));
  const held = new Map<string, string>();
  for (;;) {
    const cells = input.cells.map((cell) => (held.has(cell.id) ? { ...cell, wasHidden: true } : cell));
    effects.progress(effects.language === 'ja' ? '守り、証明しています' : 'protecting', held.size);
    const result = await protect({ ...input, cells }, effects);
    const before = held.size;
    const isHidden = (id: string) => result.hidden.has(id) || held.has(id);
    const hold = (reason: string, ids: readonly string[]): boolean => {
      const fresh = ids.filter((id) => !isHidden(id) && !fixed.has(id));
      for (const id of fresh) held.set(id, reason);
      return fresh.length > 0;
    };
    let spreading = true;
    while (spreading) {
      const together = tied.map((group) => group.some(isHidden) && hold('tied', group));
      const groups = known.map((relation) =>
        hold('small_group', smallGroup(relation, figures, isHidden, input.k)),
      );
      spreading = together.includes(true) || groups.includes(true);
    }
    if (held.size === before) return { input: { ...input, cells }, result: withReasons(result, held) };
  }
}

/** The reasons the algorithm could not know. */
function withReasons(result: Protected, held: ReadonlyMap<string, string>): Protected {
  const hidden = [...result.hidden].map(([id, fate]): [string, Hidden] => {
    const reason = fate.role === 'secondary' ? held.get(id) : undefined;
    return [id, reason === undefined ? fate : { ...fate, reason }];
  });
  return { ...result, hidden: new Map(hidden) };
}

/**
 * Figures nobody may know one without the other. A count and the sum of the same column: months of cover tell
 * persons. All zeros at one coordinate: where one says nobody is there, the others are zero too.
 */
export function tiesOf(
  figures: Figures,
  sameColumn: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const pairs = [...figures.values()].flatMap((figure) => {
    const sum = sameColumn.get(figure.quantity);
    const id = sum && figures.get(`${sum}${figure.id.slice(figure.quantity.length)}`)?.id;
    return id ? [[figure.id, id]] : [];
  });
  const zeros = Map.groupBy(
    [...figures.values()].filter((figure) => figure.value === 0 && !figure.impossible),
    (figure) => cellId('', figure.period, figure.place),
  );
  return [...pairs, ...[...zeros.values()].map((group) => group.map((figure) => figure.id))];
}

/**
 * The next part to hide where a published total minus its visible parts is a sum over a small group: the part with
 * the fewest persons of those with k or more, else the total itself.
 */
function smallGroup(
  { total, parts, overlapping, complete }: Known,
  figures: Figures,
  isHidden: (id: string) => boolean,
  k: number,
): readonly string[] {
  if (overlapping || !complete || isHidden(total)) return [];
  const hidden = parts.filter(isHidden).map((id) => figures.get(id)!);
  const persons = hidden.map((figure) => figure.persons);
  if (hidden[0]?.kind !== 'sum' || Math.max(...persons) === 0 || Math.max(...persons) >= k) return [];
  const large = parts
    .map((id) => figures.get(id)!)
    .filter((figure) => !isHidden(figure.id) && figure.persons >= k)
    .sort((a, b) => a.persons - b.persons || (a.id < b.id ? -1 : 1));
  return [large[0]?.id ?? total];
}
