import type { Highs } from 'highs';
import type { System } from '../model/system.ts';
import { type Block, blocksOf, joinBlocks } from './blocks.ts';
import { searchInBulk } from './bulk.ts';
import { isOpen, type Ledger, offer, openLedger, proofOf } from './ledger.ts';
import { none, type Requirement, requirementsOf, type Still } from './requirements.ts';
import { searchFar, searchNear } from './single.ts';
import type { Proof, Witness } from './verify.ts';
import { searchByWalks } from './walks.ts';
import { makeWhole } from './whole.ts';

/** In a larger block what the walks leave open counts as a failure: to repair is quicker than to solve it. */
const SOLVED_CELLS = 3000;
/** Where more stay open after the near search, they count as failures without a search of the whole block. */
const FAR_MOST = 40;

export type Audit = {
  /** Requirements in all; each hidden cell with a need has one (money: up to two), and so have small groups. */
  readonly audited: number;
  readonly failures: readonly Requirement[];
  /** There is one as soon as nothing fails. */
  readonly proof: Proof | undefined;
  /** Requirements met by a table in fractions only: safe against whoever does not use that counts are whole. */
  readonly provedByLpOnly: number;
  /** Every witness met on the way, to be offered to the audit of a larger pattern. */
  readonly witnesses: readonly Witness[];
};

function openIn(ledger: Ledger, block: Block, isWanted: (i: number) => boolean): number[] {
  const wanted = new Set<number>();
  for (const cell of block.cells) for (const i of ledger.at.get(cell) ?? []) if (isWanted(i)) wanted.add(i);
  return [...wanted].sort((a, b) => a - b);
}

/**
 * Looks for a witness table of every requirement of a pattern. `hints` are tables others believe in; each is
 * checked like any other. What has no witness is a failure: an outsider can rule it out. A companion that no walk
 * moves is taken for known, and its groups are looked at without it.
 */
export function auditSystem(
  highs: Highs,
  system: System,
  hidden: Uint8Array,
  hints: readonly Witness[] = [],
): Audit {
  const first = auditWith(highs, system, hidden, hints, none);
  const stuck = first.failures.flatMap(({ cells, companion }) => (companion ? cells : []));
  return stuck.length === 0 ? first : auditWith(highs, system, hidden, first.witnesses, new Set(stuck));
}

function auditWith(
  highs: Highs,
  system: System,
  hidden: Uint8Array,
  hints: readonly Witness[],
  still: Still,
): Audit {
  const requirements = requirementsOf(system, hidden, still);
  const ledger = openLedger(system, hidden, requirements);
  for (const hint of hints) offer(ledger, hint);
  const curable = (i: number) => !Number.isNaN(requirements[i]!.low) || !Number.isNaN(requirements[i]!.high);
  searchByWalks(
    ledger,
    [...requirements.keys()].filter((i) => ledger.whole[i] === -1 && curable(i)),
  );
  const blocks = blocksOf(system, hidden);
  for (const block of joinBlocks(blocks)) {
    if (block.cells.length > SOLVED_CELLS) continue;
    const unproved = (i: number) => ledger.whole[i] === -1 && curable(i) && !requirements[i]!.companion;
    searchInBulk(highs, ledger, block, openIn(ledger, block, unproved));
    for (const i of openIn(ledger, block, unproved)) searchNear(highs, ledger, i);
    const open = openIn(ledger, block, (i) => isOpen(ledger, i) && unproved(i));
    if (open.length > 0 && open.length <= FAR_MOST) searchFar(highs, ledger, block, open);
  }
  const refuted = makeWhole(highs, ledger);
  const failures = requirements.filter((_, i) => isOpen(ledger, i) || refuted.has(i));
  return {
    audited: requirements.length,
    failures,
    proof: failures.length === 0 ? proofOf(ledger, still) : undefined,
    provedByLpOnly: [...ledger.whole].filter((witness, i) => witness === -1 && !isOpen(ledger, i)).length,
    witnesses: ledger.witnesses,
  };
}
