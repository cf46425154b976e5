import type { SystemInput } from '#gate/model/input.ts';
import { attack } from './brute-force.ts';

/** A figure (or group of hidden parts) of which the outsider learns more than the grade allows. */
export type Leak = { readonly ids: readonly string[]; readonly what: string };

export type Verdict = { readonly leaks: readonly Leak[]; readonly tried: number; readonly gaveUp: number };

const FAR = 100_000;

/** Looks at a sum after which the attacker gives a question up. */
export const patience = 200_000;

/** Counts 0 < value < k and amounts with margins that are shown, or known better than the grade allows. */
export function leaksOf(input: SystemInput, notShown: ReadonlySet<string>, looks = patience): Verdict {
  const { k, grade, cells, relations } = input;
  const slacks = new Set(cells.flatMap(({ id, kind }) => (kind === 'slack' ? [id] : [])));
  const hidden = new Set([...notShown, ...slacks]);
  const value = new Map(cells.map((cell) => [cell.id, cell.value]));
  const kinds = new Map(cells.map((cell) => [cell.id, cell.kind]));
  const { canSumTo } = attack(input, hidden, looks);
  const leaks: Leak[] = [];
  let tried = 0;
  let gaveUp = 0;
  const ask = (ids: readonly string[], ranges: readonly (readonly [number, number])[], what: string) => {
    tried++;
    const answers = ranges.map(([from, to]) => from <= to && canSumTo(ids, from, to));
    if (answers.includes(true)) return;
    if (answers.includes(undefined)) gaveUp++;
    else leaks.push({ ids, what });
  };
  for (const { id, value: truth, kind, needLower = 0, needUpper = 0 } of cells) {
    if (kind === 'sum') {
      if (needLower > 0) ask([id], [[0, truth - needLower]], 'from below');
      if (needUpper > 0) ask([id], [[truth + needUpper, FAR]], 'from above');
      continue;
    }
    if (kind === 'slack' || truth <= 0 || truth >= k) continue;
    if (!hidden.has(id)) leaks.push({ ids: [id], what: 'shown' });
    else if (grade === 'P1')
      ask(
        [id],
        [
          [0, truth - 1],
          [truth + 1, FAR],
        ],
        'exact',
      );
    else if (grade === 'P3') ask([id], [[k, FAR]], 'below k');
    else
      ask(
        [id],
        [
          [0, 0],
          [k, FAR],
        ],
        'in 1…k−1',
      );
  }
  if (grade !== 'P2u') return { leaks, tried, gaveUp };
  const isOpen = new Map<string, boolean>();
  const isHidden = (id: string) => {
    const known = isOpen.get(id);
    if (known !== undefined) return known;
    const truth = value.get(id)!;
    const answer =
      hidden.has(id) && (canSumTo([id], 0, truth - 1) !== false || canSumTo([id], truth + 1, FAR) !== false);
    isOpen.set(id, answer);
    return answer;
  };
  for (const { total, parts } of relations) {
    const group = parts.filter(isHidden);
    const sum = group.reduce((all, part) => all + value.get(part)!, 0);
    if (sum === 0 || sum >= k || kinds.get(total) === 'sum') continue;
    if ([total, ...parts].some((id) => slacks.has(id))) continue;
    if (!isHidden(total)) leaks.push({ ids: group, what: 'small group' });
    else
      ask(
        group,
        [
          [0, 0],
          [k, FAR],
        ],
        'small group',
      );
  }
  return { leaks, tried, gaveUp };
}
