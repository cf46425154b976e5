import type { AnalysisContract } from '#shared/define/analysis.ts';
import { coordinatesOf, figureId } from '../coordinates.ts';
import type { Counted } from '../count/count.ts';
import type { Society } from '../count/society.ts';
import type { InputCell } from '../model/input.ts';
import type { Policy } from '../primary.ts';
import { codesOf, countedMeasures, type Figure, marginsFor } from './cells.ts';

/** Those of a base who are not in a part of it: never printed, but anyone can subtract. */
export type Other = { readonly base: string; readonly part: string; readonly cell: InputCell };

type Pair = { readonly part: string; readonly base: string; readonly policy: Policy };

/**
 * Complement and diversity rules of every part of a published base. Few others are as telling as few: such a
 * difference is a primary cell of its own, and "everyone" says something about each: the part becomes primary.
 */
export function protectOthers(
  counted: readonly Counted[],
  figures: ReadonlyMap<string, Figure>,
  society: Society,
  policyOf: (contract: AnalysisContract) => Policy,
): { readonly figures: ReadonlyMap<string, Figure>; readonly others: readonly Other[] } {
  const pairs = counted
    .flatMap((one) => pairsOf(one, society, policyOf))
    .filter(({ part, base }) => figures.get(part)!.value <= figures.get(base)!.value);
  const marked = new Map(figures);
  const others = pairs.map((pair) => {
    const [inside, all] = [figures.get(pair.part)!, figures.get(pair.base)!];
    const value = all.value - inside.value;
    if (value === 0 && inside.value > 0 && inside.primary === undefined) {
      const primary = { reason: 'everyone' as const, needLower: Math.min(pair.policy.k, inside.value) };
      marked.set(inside.id, { ...inside, primary });
    }
    return { base: pair.base, part: pair.part, cell: otherCell(pair, value) };
  });
  return { figures: marked, others };
}

function otherCell({ part, base, policy: { k, floor } }: Pair, value: number): InputCell {
  const id = `others|${part}|${base}`;
  if (value === 0 || value >= k) return { id, value, kind: 'slack', primary: false };
  const need = value >= floor ? { needUpper: k - value } : {};
  return { id, value, kind: 'count', primary: true, primaryReason: 'complement', weight: 0, ...need };
}

/** Every part and its base, at every coordinate where they stand. */
function pairsOf(
  { analysis: { contract }, periods }: Counted,
  society: Society,
  policyOf: (contract: AnalysisContract) => Policy,
): readonly Pair[] {
  const policy = policyOf(contract);
  return countedMeasures(contract).flatMap(([, measure]) => {
    const name = measure.kind === 'persons' ? (measure.of ?? measure.against) : undefined;
    const base = name === undefined ? undefined : contract.measures[name];
    if (base?.kind !== 'persons') return [];
    return marginsFor(contract, measure).flatMap((margin) =>
      coordinatesOf(margin, (dimension) => codesOf(contract, society, dimension)).flatMap((at) =>
        periods.map((period) => ({
          part: figureId(measure, period, at),
          base: figureId(base, period, at),
          policy,
        })),
      ),
    );
  });
}
