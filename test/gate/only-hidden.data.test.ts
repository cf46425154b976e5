import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hidden, type Protected, protect } from '#gate/protect.ts';
import { makeRelease } from '#gate/release.ts';
import type { Protect } from '#gate/settle.ts';
import { silentEffects } from '#shared/effects.ts';
import { analysisOf, littleContract, people, type Society, smallSociety } from './small-society.ts';

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
  await society.fill([
    ...people(60, 1000, { sex: 'male' }),
    ...people(45, 2000, { sex: 'female' }),
    ...people(4, 3000, { sex: 'female', employer: 'E2', yen: 70_000 }),
  ]);
});
afterAll(() => society.remove());

/** The gate's algorithm, with roles and reasons rewritten. */
function tellingOtherwise(change: (fate: Hidden) => Hidden): Protect {
  return async (input, effects, before): Promise<Protected> => {
    const result = await protect(input, effects, before);
    const hidden = new Map([...result.hidden].map(([id, fate]) => [id, change(fate)]));
    return { ...result, hidden, primary: 7, secondary: 13 };
  };
}

/** Every byte of the release, without the signature. */
async function bytesOf(algorithm: Protect) {
  const { directory } = await makeRelease(society.home, society.settings, silentEffects(), {
    analyses: [analysisOf(littleContract)],
    protect: algorithm,
  });
  const files = readdirSync(directory).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(directory, name), 'base64')]));
}

test('a release is the same to the byte whatever was primary, secondary, or the reason', async () => {
  const plain = await bytesOf(protect);
  const swapped = await bytesOf(
    tellingOtherwise(({ role }) => ({ role: role === 'primary' ? 'secondary' : 'primary', reason: 'other' })),
  );
  expect(swapped).toEqual(plain);
  const manifest = JSON.parse(Buffer.from(plain['manifest.json']!, 'base64').toString());
  expect(manifest.analyses[0].hidden).toBeGreaterThan(0);
});
