import { parseArgs } from 'node:util';
import type { SystemInput } from '#gate/model/input.ts';
import { protect } from '#gate/protect.ts';
import { UserError } from '#shared/errors.ts';
import { leaksOf, patience } from './leaks.ts';
import { asMoney, randomSystem, withHistory, withOverlap } from './random-system.ts';

export type Tally = {
  readonly systems: number;
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  /** Systems refused because what is public already gives a cell away. */
  readonly refused: number;
  /** Refused ones of which the attacker could not find out whether they had to be. */
  readonly undecided: number;
  /** Questions the brute-force attacker asked, and those it could not answer in its number of steps. */
  readonly tried: number;
  readonly gaveUp: number;
  readonly provedByLpOnly: number;
  /** Seeds of systems in which something leaked, was shown or hidden against its past, or was refused needlessly. */
  readonly leaking: readonly number[];
};

const nothing: Tally = {
  systems: 0,
  cells: 0,
  primary: 0,
  secondary: 0,
  refused: 0,
  undecided: 0,
  tried: 0,
  gaveUp: 0,
  provedByLpOnly: 0,
  leaking: [],
};

/** The random system of a seed: amounts, overlapping groups and a past in turn; three in four are tiny. */
export function systemOf(seed: number): SystemInput {
  const plain = randomSystem(seed, seed % 4 === 0 ? 'small' : 'tiny');
  const input = seed % 5 === 0 ? asMoney(plain, seed) : seed % 5 === 1 ? withOverlap(plain, seed) : plain;
  return seed % 3 === 0 ? withHistory(input, seed) : input;
}

/** A refusal is needless where nothing leaks with everything hidden that may be; undefined: not found out. */
function isNeedless(input: SystemInput): boolean | undefined {
  const most = input.cells.filter(({ fixed, structural }) => !fixed && !structural).map(({ id }) => id);
  const { leaks, gaveUp } = leaksOf(input, new Set(most), 25 * patience);
  return leaks.length > 0 ? false : gaveUp > 0 ? undefined : true;
}

async function attackOne(input: SystemInput): Promise<Tally> {
  const one = { ...nothing, systems: 1, cells: input.cells.length };
  try {
    const { hidden, primary, secondary, provedByLpOnly } = await protect(input);
    const { leaks, tried, gaveUp } = leaksOf(input, new Set(hidden.keys()));
    const kept = input.cells.every(({ id, fixed, wasHidden }) =>
      fixed ? wasHidden || !hidden.has(id) : !wasHidden || hidden.has(id),
    );
    return {
      ...one,
      primary,
      secondary,
      tried,
      gaveUp,
      provedByLpOnly,
      leaking: leaks.length > 0 || !kept ? [0] : [],
    };
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'GATE_IMPOSSIBLE') throw error;
    const needless = isNeedless(input);
    return { ...one, refused: 1, undecided: needless === undefined ? 1 : 0, leaking: needless ? [0] : [] };
  }
}

/** Protects `count` random table systems and attacks each by brute force; `onDone` hears how many are done. */
export async function attackMany(
  count: number,
  first = 1,
  onDone?: (systems: number) => void,
): Promise<Tally> {
  let all = nothing;
  for (let seed = first; seed < first + count; seed++) {
    onDone?.(seed - first);
    const one = await attackOne(systemOf(seed));
    all = {
      systems: all.systems + one.systems,
      cells: all.cells + one.cells,
      primary: all.primary + one.primary,
      secondary: all.secondary + one.secondary,
      refused: all.refused + one.refused,
      undecided: all.undecided + one.undecided,
      tried: all.tried + one.tried,
      gaveUp: all.gaveUp + one.gaveUp,
      provedByLpOnly: all.provedByLpOnly + one.provedByLpOnly,
      leaking: one.leaking.length > 0 ? [...all.leaking, seed] : all.leaking,
    };
  }
  return all;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '10000' }, first: { type: 'string', default: '1' } },
  });
  const tally = await attackMany(Number(values.count), Number(values.first), (done) => {
    if (done % 100 === 0) console.error(`${done} / ${values.count}`);
  });
  console.log(JSON.stringify(tally));
  if (tally.leaking.length > 0) process.exitCode = 1;
}
