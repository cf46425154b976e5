import type { Effects } from '#shared/effects.ts';
import { cellId } from './coordinates.ts';
import type { InputCell, SystemInput } from './model/input.ts';
import type { Protected } from './protect.ts';
import type { Figure } from './tables/cells.ts';
import type { Known } from './tables/relations.ts';

type Figures = ReadonlyMap<string, Figure>;
export type Protect = (input: SystemInput, effects?: Effects, before?: Protected) => Promise<Protected>;

/** The system as it was proved last, and what is hidden in it. */
export type Settled = { readonly input: SystemInput; readonly result: Protected };

/** Why a figure is hidden besides, and how far from the truth it must be possible (default: by 1). */
type Held = { readonly reason: 'tied' | 'small_group'; readonly margin?: number };

/**
 * Protects the system, then hides what would give a hidden figure away from outside the sums, until nothing is left:
 * figures that tell each other (`tied`), and sums over hidden parts with too few persons behind them. What is hidden
 * for that is protected like a primary: it must not be computable either. The last run has proved the whole pattern.
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
  const held = new Map<string, Held>();
  let last: Protected | undefined;
  for (;;) {
    const cells = input.cells.map((cell) => heldBack(cell, held.get(cell.id)));
    effects.progress(effects.language === 'ja' ? '守り、証明しています' : 'protecting', held.size);
    const result: Protected = await protect({ ...input, cells }, effects, last);
    last = result;
    const before = held.size;
    const isHidden = (id: string) => result.hidden.has(id) || held.has(id);
    const hold = (ids: readonly string[], why: Held): boolean => {
      const fresh = ids.filter((id) => !isHidden(id) && !fixed.has(id));
      for (const id of fresh) held.set(id, why);
      return fresh.length > 0;
    };
    let spreading = true;
    while (spreading) {
      const together = tied.map((group) => group.some(isHidden) && hold(group, { reason: 'tied' }));
      const groups = known.map((relation) => {
        const found = smallGroup(relation, figures, isHidden, input.k);
        return found !== undefined && hold([found.hide], { reason: 'small_group', margin: found.sum });
      });
      spreading = together.includes(true) || groups.includes(true);
    }
    if (held.size === before) return { input: { ...input, cells }, result };
  }
}

function heldBack(cell: InputCell, held: Held | undefined): InputCell {
  if (held === undefined || cell.primary) return cell;
  const { reason, margin } = held;
  const needs = margin && { needLower: Math.min(margin, cell.value), needUpper: margin };
  return { ...cell, primary: true, primaryReason: reason, ...needs };
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
 * the fewest persons of those with k or more, else the total itself. As far as it can move, the sum of the group can.
 */
function smallGroup(
  { total, parts, overlapping, complete }: Known,
  figures: Figures,
  isHidden: (id: string) => boolean,
  k: number,
): { readonly hide: string; readonly sum: number } | undefined {
  if (overlapping || !complete || isHidden(total)) return undefined;
  const hidden = parts.filter(isHidden).map((id) => figures.get(id)!);
  const persons = hidden.map((figure) => figure.persons);
  if (hidden[0]?.kind !== 'sum' || Math.max(...persons) === 0 || Math.max(...persons) >= k) return undefined;
  const large = parts
    .map((id) => figures.get(id)!)
    .filter((figure) => !isHidden(figure.id) && figure.persons >= k)
    .sort((a, b) => a.persons - b.persons || (a.id < b.id ? -1 : 1));
  return { hide: large[0]?.id ?? total, sum: hidden.reduce((all, figure) => all + figure.value, 0) };
}
