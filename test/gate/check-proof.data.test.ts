import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { approveRelease } from '#gate/approve.ts';
import { auditRelease } from '#gate/attack/report.ts';
import { cellId } from '#gate/coordinates.ts';
import { makeRelease } from '#gate/release.ts';
import { readUnsigned } from '#release/read.ts';
import { writeRelease } from '#release/write.ts';
import { silentEffects } from '#shared/effects.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { analysisOf, littleContract, people, type Society, smallSociety } from './small-society.ts';

let society: Society;
let id: string;
let proof: string;
let kept: string;
beforeAll(async () => {
  society = await smallSociety();
  await society.fill([
    ...people(60, 1000, { sex: 'male' }),
    ...people(30, 2000, { sex: 'female', employer: 'E1' }),
    ...people(4, 3000, { sex: 'female', employer: 'E2' }),
    ...['E3', 'E4', 'E5'].flatMap((employer, at) => people(15, 4000 + 100 * at, { sex: 'female', employer })),
  ]);
  const candidate = await makeRelease(society.home, society.settings, silentEffects(), {
    analyses: [analysisOf(littleContract)],
  });
  id = candidate.id;
  proof = join(society.home.proofs, id, 'proof.json');
  kept = readFileSync(proof, 'utf8');
});
afterAll(() => society.remove());
beforeEach(() => writeFileSync(proof, kept));

const auditCandidate = () => auditRelease(join(society.home.candidates, id), society.home);

type Stored = {
  system: { cells: { id: string; value: number }[] };
  hidden: string[];
  proof: { witnesses: { diff: number[] }[]; of: number[] };
};
function alter(change: (stored: Stored) => void): void {
  const stored: Stored = JSON.parse(kept);
  change(stored);
  writeFileSync(proof, JSON.stringify(stored));
}

test('a candidate of the gate is clean, with its proof', async () => {
  const report = await auditCandidate();
  expect(report).toMatchObject({ verdict: 'clean', signature: 'valid' });
  expect(report.proof).toMatchObject({ checked: true, digest: true, holds: true });
  expect(report.proof!.witnesses).toBeGreaterThan(0);
  expect(report.attack.hidden).toBeGreaterThan(0);
});

test.each<[string, (stored: Stored) => void, object]>([
  [
    'a witness that is no table',
    ({ proof: { witnesses } }) => witnesses[0]!.diff[0]!++,
    { digest: false, holds: false },
  ],
  ['a requirement without a witness', ({ proof: { of } }) => of.pop(), { digest: false, holds: false }],
  [
    'a figure of another system',
    ({ system }) => system.cells.find(({ value }) => value > 20)!.value++,
    { digest: true, holds: false },
  ],
  ['a pattern that hides less', ({ hidden }) => hidden.pop(), { digest: true, holds: false }],
])('%s is found', async (_, change, expected) => {
  alter(change);
  expect(await auditCandidate()).toMatchObject({ verdict: 'failure', proof: { checked: true, ...expected } });
});

test('a proof that is missing or cannot be read is a failure', async () => {
  writeFileSync(proof, '{');
  expect(await auditCandidate()).toMatchObject({
    verdict: 'failure',
    proof: { checked: true, holds: false },
  });
  rmSync(proof);
  expect(await auditCandidate()).toMatchObject({ verdict: 'failure', proof: { checked: false } });
});

test('a release that shows one secondary more is found by the attack, whoever signed it', async () => {
  const stored: Stored = JSON.parse(kept);
  const key = readFileSync(join(society.home.keys, 'release.key'), 'utf8');
  const { manifest, cells } = readUnsigned(join(society.home.candidates, id));
  const { analyses, format: _format, id: _id, ...words } = manifest;
  const truth = new Map(stored.system.cells.map((cell) => [cell.id, cell.value]));
  const shown = cells('little').map((cell) => {
    const at = Object.fromEntries(Object.entries(cell.at).filter(([, code]) => code !== 'total'));
    const value = truth.get(cellId(cell.measure, cell.period, at));
    const isSecondary = cell.measure === 'members' && cell.value === null && value! >= 10;
    return isSecondary ? { ...cell, value: value!, status: 'ok' as const } : cell;
  });
  expect(shown.filter((cell, i) => cell !== cells('little')[i]).length).toBeGreaterThan(0);
  const {
    file: _file,
    sha256: _digest,
    rows: _rows,
    shown: _shown,
    hidden: _hidden,
    ...little
  } = analyses[0]!;
  const forged = writeRelease(
    join(society.home.root, 'forged'),
    { ...words, analyses: [{ ...little, cells: shown }] },
    key,
  );
  const report = await auditRelease(join(society.home.root, 'forged', forged.id));
  expect(report).toMatchObject({ verdict: 'failure', signature: 'not-checked' });
  expect(report.attack.exposed).toContainEqual(
    expect.objectContaining({ measure: 'members', at: { sex: 'female', unit: 'E2' } }),
  );
});

test('the command: 0 and a table, 11 with the coordinates of what is found, 2 for what is no release', async () => {
  await approveRelease(society.home, id);
  writeFileSync(society.home.settings, 'x');
  const clean = kenpo('audit', '--home', society.home.root, '--json');
  expect(clean.code).toBe(0);
  expect(JSON.parse(clean.out)).toMatchObject({
    release: id,
    signature: 'valid',
    exposed: [],
    known_small: [],
    undecided: 0,
    verdict: 'clean',
    proof: { checked: true, digest: true, holds: true },
  });
  const released = join(society.home.releases, id);
  const alone = kenpo('audit', released);
  expect(alone).toMatchObject({ code: 0 });
  expect(alone.out).toContain('弱点は見つかりませんでした');
  expect(kenpo('audit', society.home.root).code).toBe(2);
  expect(kenpo('audit', 'nowhere', 'else').code).toBe(2);
  writeFileSync(proof, '{}');
  expect(kenpo('audit', id, '--home', society.home.root).code).toBe(11);
});
