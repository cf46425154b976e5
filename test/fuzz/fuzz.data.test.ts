import { describe, expect, it } from 'vitest';
import { claimFile, medicalClaim } from '../private/intake/receipt/claims.ts';
import { openExaminer } from './case.ts';
import { openFuzzer } from './fuzz.ts';
import { watchedFuzz } from './watched-fuzz.ts';

describe('fuzz of the readers', () => {
  it('a fixed number of rounds finds nothing', async () => {
    const fuzzer = await openFuzzer(20261121);
    const failures: unknown[] = [];
    for (let round = 0; round < 150; round++) failures.push((await fuzzer.round(round)) ?? []);
    fuzzer.close();
    expect(failures.flat()).toEqual([]);
    expect(fuzzer.counts.rounds).toBe(150);
    expect(fuzzer.counts.refused).toBeGreaterThan(10);
    expect(fuzzer.counts.kept).toBeGreaterThan(5);
  });

  it('notices a value that is repeated, in an inspection and in a refusal', async () => {
    const alive = await openExaminer(['receipt', 'INTAKE_EMPTY']);
    expect((await alive.examine(claimFile(medicalClaim), false)).failure).toContain('repeated');
    expect((await alive.examine(Buffer.from('  '), false)).failure).toContain('repeated');
    alive.close();
    const silent = await openExaminer(['カナリヤ']);
    expect((await silent.examine(claimFile(medicalClaim), true)).failure).toBeUndefined();
    silent.close();
  });

  it.each(['crash', 'hang'] as const)('notices a %s, tells its round and goes on', async (what) => {
    const planted = { round: 1, what };
    const result = await watchedFuzz({ seed: 1, seconds: 60, rounds: 3, patienceSeconds: 3, planted });
    expect(result.failures).toMatchObject([{ round: 1 }]);
    expect(result.counts.rounds).toBe(3);
  });
});
