import type { Highs } from 'highs';
import { auditSystem } from '../audit/audit.ts';
import { type Block, blocksOf } from '../audit/blocks.ts';
import type { Requirement } from '../audit/requirements.ts';
import { COUNT, type System } from '../model/system.ts';
import { type Found, sidesOf, tableOf } from './find-table.ts';

/** Questions that are put to the solver when the search finds nothing; what is left is undecided. */
const MOST_SOLVED = 200;

export type Intervals = {
  /** Hidden counts and groups of persons asked about. */
  readonly tried: number;
  /** Those an outsider cannot narrow down: other tables in whole numbers fit, and each was checked by addition. */
  readonly safe: number;
  /** The same with tables in fractions only. */
  readonly safeInFractions: number;
  /** Neither proved nor refuted within fixed limits. */
  readonly undecided: number;
  /** Cells (or groups of cells) that can only lie in 1…k−1. */
  readonly small: readonly (readonly number[])[];
  /** Cells that can only have one value. */
  readonly exact: readonly number[];
  /** Cells of relations that no table fits. */
  readonly contradictory: readonly number[];
};

/**
 * What an outsider can conclude about hidden counts. He finds some table in whole numbers that fits everything
 * published, and then looks for tables beside it in which a figure is 0, k or more, or at least another one.
 */
export function attackIntervals(highs: Highs, system: System, hidden: Uint8Array): Intervals {
  const blocks = blocksOf(system, hidden).filter(({ cells }) => cells.some((c) => system.kind[c] === COUNT));
  const found = Map.groupBy(blocks, (block) => fill(highs, system, hidden, block));
  for (const block of found.get('found') ?? []) askAround(system, block);
  const audit = auditSystem(highs, system, hidden);
  const open = audit.failures.filter(({ cells }) => cells.length > 0);
  const unknown = (found.get('unknown') ?? []).flatMap(({ cells }) => countsIn(system, cells));
  const answers = solveEach(highs, system, hidden, found.get('found') ?? [], open);
  const count = (answer: Answer) => answers.filter((one) => one.answer === answer).length;
  return {
    tried: audit.audited + unknown.length,
    safe: audit.audited - open.length - audit.provedByLpOnly + count('safe'),
    safeInFractions: audit.provedByLpOnly,
    undecided: unknown.length + count('undecided'),
    small: answers.filter(({ answer }) => answer === 'small').map(({ cells }) => cells),
    exact: answers.filter(({ answer }) => answer === 'exact').flatMap(({ cells }) => cells),
    contradictory: (found.get('none') ?? []).flatMap(({ cells }) => countsIn(system, cells)),
  };
}

/** Fills the hidden cells of a block with some table in whole numbers. */
function fill(highs: Highs, system: System, hidden: Uint8Array, block: Block): Found {
  const { answer, table } = tableOf(highs, block, sidesOf(system, hidden, block));
  for (const [at, value] of (table ?? []).entries()) system.value[block.cells[at]!] = value;
  return answer;
}

function countsIn({ kind }: System, cells: Int32Array): number[] {
  return [...cells].filter((cell) => kind[cell] === COUNT);
}

/** What has to be shown besides the table found: 0 or k for a small figure, any other value for the rest. */
function askAround(system: System, block: Block): void {
  const { k, value, low, high } = system;
  for (const cell of countsIn(system, block.cells)) {
    const now = value[cell]!;
    const isSmall = 0 < now && now < k;
    low[cell] = isSmall ? 0 : now === 0 ? Number.NaN : now - 1;
    high[cell] = isSmall ? k : now + 1;
  }
}

type Answer = 'safe' | 'small' | 'exact' | 'undecided';

/** What the auditor's search left open: is there any table in whole numbers on either side, in the whole block? */
function solveEach(
  highs: Highs,
  system: System,
  hidden: Uint8Array,
  blocks: readonly Block[],
  open: readonly Requirement[],
): { readonly cells: readonly number[]; readonly answer: Answer }[] {
  const blockOf = new Map(blocks.flatMap((block) => [...block.cells].map((cell) => [cell, block] as const)));
  return open.map((requirement, i) => {
    const { cells, low, high } = requirement;
    const block = blockOf.get(cells[0]!);
    if (Number.isNaN(low) && Number.isNaN(high)) return { cells, answer: 'small' };
    if (block === undefined || i >= MOST_SOLVED) return { cells, answer: 'undecided' };
    return { cells, answer: solveOne(highs, block, sidesOf(system, hidden, block), requirement, system.k) };
  });
}

function solveOne(
  highs: Highs,
  block: Block,
  sides: Float64Array,
  { cells, low, high }: Requirement,
  k: number,
): Answer {
  const local = new Map([...block.cells].map((cell, at) => [cell, at]));
  const at = new Map<number, number>();
  for (const cell of cells) at.set(local.get(cell)!, (at.get(local.get(cell)!) ?? 0) + 1);
  const below = Number.isNaN(low) ? 'none' : tableOf(highs, block, sides, { at, low: 0, high: low }).answer;
  if (below === 'found') return 'safe';
  const beyond = { at, low: high, high: Number.POSITIVE_INFINITY };
  const above = tableOf(highs, block, sides, beyond).answer;
  if (above === 'found') return 'safe';
  if (below === 'unknown' || above === 'unknown') return 'undecided';
  return low === 0 && high === k ? 'small' : 'exact';
}
