import { parseArgs } from 'node:util';
import { watchedFuzz } from './watched-fuzz.ts';

/** `npm run fuzz [-- --seconds 60 --seed N --rounds N]`: mutation fuzz of the readers of incoming files. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    rounds: { type: 'string', default: '1000000' },
  },
});

const seed = Number(values.seed);
const { counts, failures } = await watchedFuzz({
  seed,
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
});
const { rounds, refused, kept, marks } = counts;
console.log(
  `fuzz: seed ${seed}, ${rounds} files, ${refused} refused, ${kept} kept, ${marks} different outcomes`,
);
for (const { round, what } of failures)
  console.log(`round ${round} (again: --seed ${seed} --rounds ${round + 1}): ${what}`);
process.exitCode = failures.length > 0 || rounds === 0 ? 1 : 0;
