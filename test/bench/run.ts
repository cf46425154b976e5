import { parseArgs } from 'node:util';

type Bench = {
  readonly bench: string;
  readonly ratio: number;
  readonly results: readonly Record<string, unknown>[];
};

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    json: { type: 'boolean' },
    full: { type: 'boolean', default: false },
    receipts: { type: 'string', default: '300000' },
    alone: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/**
 * `npm run bench -- ingest|gate|serve|letters [--json]`: ratios measured in one run; seconds only to understand them.
 * ingest: `--receipts N` for another size, `--full` for a million besides; `--alone --receipts 12500000` measures growth only.
 */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  ingest: async () => {
    const { benchGrowth, benchIngest } = await import('./ingest.ts');
    const receipts = Number(values.receipts);
    return values.alone ? benchGrowth(receipts) : benchIngest({ receipts, full: values.full });
  },
  gate: async () => (await import('./gate.ts')).benchGate(),
  serve: async () => (await import('./serve.ts')).benchServe(),
  letters: async () => (await import('./letters.ts')).benchLetters(),
};

const names = positionals.length > 0 ? positionals : Object.keys(benches);
for (const name of names) {
  const run = benches[name];
  if (!run) {
    console.error(`bench: ingest | gate | serve | letters`);
    process.exitCode = 2;
    break;
  }
  const result = await run();
  if (values.json) console.log(JSON.stringify(result));
  else {
    console.log(`${result.bench}: ratio ${result.ratio.toFixed(2)}`);
    console.table(result.results);
  }
}
