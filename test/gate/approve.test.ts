import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approveRelease } from '#gate/approve.ts';
import { cellId } from '#gate/coordinates.ts';
import { approvedReleases, publishedFigures } from '#gate/history.ts';
import { proofDigest } from '#gate/stored-proof.ts';
import type { Figure } from '#gate/tables/cells.ts';
import { createKeys } from '#private/keys.ts';
import { openCurrentRelease } from '#release/read.ts';
import { type AnalysisContent, writeRelease } from '#release/write.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { membersBySex, sampleContent } from '../release/sample-release.ts';

let home: Home;
beforeEach(async () => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'approve-')));
  await createKeys(home);
});
afterEach(() => rmSync(home.root, { recursive: true, force: true }));

const code = (name: string) => expect.objectContaining({ code: name });
const first = membersBySex({ total: 60, male: 40, female: 20 });

function candidate(...analyses: AnalysisContent[]): string {
  const key = readFileSync(join(home.keys, 'release.key'));
  const content = sampleContent(analyses, { proofDigest: proofDigest(home, { secret: 1 }) });
  const { id } = writeRelease(home.candidates, content, key);
  fileProof(id, { secret: 1 });
  return id;
}

/** The release that readers get. */
async function currentId(): Promise<string> {
  return (await openCurrentRelease(home.public)).manifest.id;
}

function fileProof(id: string, proof: unknown): void {
  mkdirSync(join(home.proofs, id), { recursive: true });
  writeFileSync(join(home.proofs, id, 'proof.json'), JSON.stringify({ proof }));
}

/** The same cells for another year. */
function inYear(year: string, analysis: AnalysisContent): AnalysisContent {
  return { ...analysis, periods: [year], cells: analysis.cells.map((cell) => ({ ...cell, period: year })) };
}

function withBoth(a: AnalysisContent, b: AnalysisContent): AnalysisContent {
  return { ...a, periods: [...a.periods, ...b.periods], cells: [...a.cells, ...b.cells] };
}

describe('approve', () => {
  test('makes a candidate current, and again without harm', async () => {
    const id = candidate(first);
    await approveRelease(home, id);
    expect((await openCurrentRelease(home.public)).manifest.id).toBe(id);
    expect(existsSync(join(home.candidates, id))).toBe(false);
    expect(candidate(first)).toBe(id);
    await approveRelease(home, id);
    expect((await openCurrentRelease(home.public)).manifest.id).toBe(id);
    expect(existsSync(join(home.candidates, id))).toBe(false);
  });

  test('adds a period when the shared one is the same', async () => {
    await approveRelease(home, candidate(first));
    const id = candidate(withBoth(first, inYear('2025', membersBySex({ total: 61, male: 40, female: 21 }))));
    await approveRelease(home, id);
    expect((await openCurrentRelease(home.public)).manifest.id).toBe(id);
  });

  test.each<[string, AnalysisContent[]]>([
    ['another value', [membersBySex({ total: 61, male: 41, female: 20 })]],
    ['another status', [membersBySex({ total: 60, male: null, female: null })]],
    ['a new analysis', [first, { ...first, name: 'again' }]],
    ['a new measure', [{ ...first, cells: [...first.cells, { ...first.cells[0]!, measure: 'more' }] }]],
  ])('refuses %s for a period already public', async (_, analyses) => {
    const old = candidate(first);
    await approveRelease(home, old);
    const id = candidate(...analyses);
    await expect(approveRelease(home, id)).rejects.toThrow(code('RELEASE_CONFLICT'));
    expect((await openCurrentRelease(home.public)).manifest.id).toBe(old);
    expect(existsSync(join(home.candidates, id))).toBe(true);
  });

  test('looks at every release ever approved, not only the current one', async () => {
    await approveRelease(home, candidate(first));
    await approveRelease(home, candidate(inYear('2025', first)));
    const id = candidate(membersBySex({ total: 61, male: 41, female: 20 }));
    await expect(approveRelease(home, id)).rejects.toThrow(code('RELEASE_CONFLICT'));
  });

  test('a table that is dropped is no conflict', async () => {
    await approveRelease(home, candidate(first, { ...first, name: 'again' }));
    const id = candidate(first);
    await approveRelease(home, id);
    expect(await currentId()).toBe(id);
  });

  test('refuses a candidate without its own proof', async () => {
    const id = candidate(first);
    fileProof(id, { secret: 2 });
    await expect(approveRelease(home, id)).rejects.toThrow(code('GATE_AUDIT_FAILED'));
    rmSync(join(home.proofs, id), { recursive: true });
    await expect(approveRelease(home, id)).rejects.toThrow(code('GATE_AUDIT_FAILED'));
    expect(existsSync(home.current)).toBe(false);
    fileProof(id, { secret: 1 });
    await approveRelease(home, id);
    expect(await currentId()).toBe(id);
  });

  test("refuses an altered candidate, a stranger's signature, unknown ids and paths", async () => {
    const id = candidate(first);
    const file = join(home.candidates, id, 'members.arrow');
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from([0])]));
    await expect(approveRelease(home, id)).rejects.toThrow(code('RELEASE_ALTERED'));
    writeFileSync(file, bytes);
    for (const name of ['2026-11-21-00000000', '../candidates', ''])
      await expect(approveRelease(home, name)).rejects.toThrow(code('NOT_FOUND'));
    await approveRelease(home, id);
    expect(await currentId()).toBe(id);
  });
});

test('figures shown before stay shown where the value is the same, hidden ones stay hidden', async () => {
  await approveRelease(home, candidate(membersBySex({ total: 60, male: null, female: null })));
  const at = (sex?: string) => (sex ? { sex } : {});
  const figure = (value: number, sex?: string): [string, Figure] => {
    const id = cellId('members', '2024', at(sex));
    const rest = { place: at(sex), primary: undefined, impossible: false, printedIn: ['members'] };
    return [
      id,
      { id, quantity: 'members', kind: 'count', period: '2024', at: at(sex), value, persons: value, ...rest },
    ];
  };
  const releases = await approvedReleases(home);
  const same = new Map([figure(60), figure(40, 'male')]);
  expect(publishedFigures(releases, same)).toEqual(
    new Map([
      ['members|2024|', 'shown'],
      ['members|2024|sex=male', 'hidden'],
      ['members|2024|sex=female', 'hidden'],
    ]),
  );
  expect(publishedFigures(releases, new Map([figure(61)])).has('members|2024|')).toBe(false);
});

test('a figure about a part of the people is known by that part', async () => {
  const { members } = first.measures;
  if (members?.kind !== 'persons') throw new Error('a persons measure is needed');
  const measures = { members: { ...members, population: { link: 'linked' } } };
  await approveRelease(home, candidate({ ...first, measures }));
  const known = publishedFigures(await approvedReleases(home), new Map());
  expect([...known.keys()]).toEqual([]);
  const hidden = membersBySex({ total: 60, male: null, female: null });
  await approveRelease(home, candidate(inYear('2025', { ...hidden, measures })));
  const both = publishedFigures(await approvedReleases(home), new Map());
  expect([...both.keys()]).toEqual([
    'members|2025|link=linked&sex=male',
    'members|2025|link=linked&sex=female',
  ]);
});

test.each(['release.pub', 'proof.key'])('says which key is missing: %s', async (name) => {
  const id = candidate(first);
  rmSync(join(home.keys, name));
  const error: unknown = await approveRelease(home, id).catch((caught: unknown) => caught);
  expect(error).toEqual(code('NOT_FOUND'));
  expect(String(error)).toContain(`private/keys/${name}`);
  expect(existsSync(home.current)).toBe(false);
});
