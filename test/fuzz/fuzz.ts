import fc from 'fast-check';
import { damaged, damages } from '../private/intake/receipt/damage.ts';
import { openExaminer } from './case.ts';
import { makeCorpus } from './corpus.ts';

export type Failure = { readonly round: number; readonly what: string };
export type Counts = {
  rounds: number;
  refused: number;
  /** Mutants kept because they showed something new. */
  kept: number;
  /** Different marks of outcomes seen: findings, refusals, records, kinds. */
  marks: number;
};

export type Fuzzer = {
  /** One file: always the same for the same seed, number and rounds before. */
  readonly round: (number: number) => Promise<Failure | undefined>;
  readonly counts: Counts;
  readonly close: () => void;
};

/** Every so many rounds the file is not only inspected but taken in, and so is every file that shows something new. */
const wholeEvery = 25;
const largestPool = 600;
const largestMutant = 200_000;

const choice = fc.record({ pick: fc.nat(), happened: damages });

/** Mutation fuzz of all readers of incoming files, guided by what the mutants came to. */
export async function openFuzzer(seed: number): Promise<Fuzzer> {
  const { files, secrets } = await makeCorpus(seed);
  const examiner = await openExaminer(secrets);
  const seen = new Set<string>();
  const counts: Counts = { rounds: 0, refused: 0, kept: 0, marks: 0 };
  return {
    counts,
    async round(number) {
      const [chosen] = fc.sample(choice, { seed: seed * 1_000_003 + number, numRuns: 1 });
      const mutant = damaged(files[chosen!.pick % files.length]!, chosen!.happened);
      const outcome = await examiner.examine(mutant, number % wholeEvery === 0);
      counts.rounds++;
      if (outcome.refused) counts.refused++;
      const fresh = outcome.marks.filter((mark) => !seen.has(mark));
      for (const mark of fresh) seen.add(mark);
      counts.marks = seen.size;
      if (fresh.length > 0 && files.length < largestPool && mutant.length < largestMutant) {
        counts.kept++;
        files.push(mutant);
      }
      return outcome.failure ? { round: number, what: outcome.failure } : undefined;
    },
    close: examiner.close,
  };
}
