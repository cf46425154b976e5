import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeCells, encodeCells } from '#release/arrow.ts';
import { type Cell, statuses } from '#release/form.ts';
import { openCurrentRelease } from '#release/read.ts';
import { createSigningKeys, membersBySex, publishSample, sampleContent } from './sample-release.ts';

let directory: string;
const keys = createSigningKeys();
const content = sampleContent([membersBySex({ total: 60, male: 40, female: 20 })]);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const code = (name: string) => expect.objectContaining({ code: name });

describe('a release', () => {
  test('reads back as it was written', async () => {
    const manifest = publishSample(directory, content, keys);
    const release = await openCurrentRelease(directory);
    expect(release.manifest).toEqual(manifest);
    expect(release.cells('members')).toEqual(content.analyses[0]!.cells);
    expect(manifest.analyses[0]).toMatchObject({ rows: 3, shown: 3, hidden: 0 });
    expect(() => release.cells('nothing')).toThrow(code('NOT_FOUND'));
  });

  test('has the same bytes for the same content and another id for other content', () => {
    const first = publishSample(directory, content, keys);
    const bytes = fileBytes(first.id);
    const again = publishSample(directory, content, keys);
    expect(again.id).toBe(first.id);
    expect(fileBytes(again.id)).toEqual(bytes);
    const other = sampleContent([membersBySex({ total: 61, male: 41, female: 20 })]);
    expect(publishSample(directory, other, keys).id).not.toBe(first.id);
  });

  test('keeps the order of dimensions and measures of the contract', async () => {
    const base = membersBySex({ total: 60, male: 40, female: 20 });
    const measures = { zeta: base.measures['members']!, alpha: base.measures['members']! };
    publishSample(directory, sampleContent([{ ...base, measures }]), keys);
    const release = await openCurrentRelease(directory);
    expect(Object.keys(release.manifest.analyses[0]!.measures)).toEqual(['zeta', 'alpha']);
  });

  test('is missing before the first approval', async () => {
    await expect(openCurrentRelease(directory)).rejects.toThrow(code('RELEASE_MISSING'));
  });

  test('is refused after any one byte of any file has changed', async () => {
    const { id } = publishSample(directory, content, keys);
    const folder = join(directory, 'releases', id);
    for (const file of readdirSync(folder)) {
      const whole = readFileSync(join(folder, file));
      for (const at of [0, Math.floor(whole.length / 2), whole.length - 1]) {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ 1;
        writeFileSync(join(folder, file), changed);
        await expect(openCurrentRelease(directory), `${file} byte ${at}`).rejects.toThrow(
          code('RELEASE_ALTERED'),
        );
      }
      writeFileSync(join(folder, file), whole);
    }
    expect((await openCurrentRelease(directory)).manifest.id).toBe(id);
  });

  test('is refused unsigned, signed by another key, with a file missing or one too many', async () => {
    const { id } = publishSample(directory, content, keys);
    const folder = join(directory, 'releases', id);
    const refused = () => expect(openCurrentRelease(directory)).rejects.toThrow(code('RELEASE_ALTERED'));
    writeFileSync(join(folder, 'extra.arrow'), '');
    await refused();
    rmSync(join(folder, 'extra.arrow'));
    writeFileSync(join(directory, 'release.pub'), createSigningKeys().publicKey);
    await refused();
    writeFileSync(join(directory, 'release.pub'), keys.publicKey);
    rmSync(join(folder, 'manifest.sig'));
    await refused();
    publishSample(directory, content, keys);
    rmSync(join(folder, 'members.arrow'));
    await refused();
  });

  test('is refused under the name of another release, and with a name that is a path', async () => {
    const { id } = publishSample(directory, content, keys);
    const other = publishSample(
      directory,
      sampleContent([membersBySex({ total: 99, male: 79, female: 20 })]),
      keys,
    );
    const at = (name: string) => join(directory, 'releases', name);
    rmSync(at(other.id), { recursive: true });
    cpSync(at(id), at(other.id), { recursive: true });
    await expect(openCurrentRelease(directory)).rejects.toThrow(code('RELEASE_ALTERED'));
    writeFileSync(join(directory, 'current'), `../releases/${id}`);
    await expect(openCurrentRelease(directory)).rejects.toThrow(code('RELEASE_ALTERED'));
  });

  function fileBytes(id: string): Record<string, string> {
    const folder = join(directory, 'releases', id);
    return Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
    );
  }
});

test('cells survive Arrow whatever they hold', () => {
  const cell = fc
    .record({
      period: fc.constantFrom('2024', '2024-05'),
      at: fc.record({ sex: fc.constantFrom('total', 'male'), 病: fc.string() }),
      measure: fc.constantFrom('yen', 'members'),
      value: fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true })),
      status: fc.constantFrom(...statuses),
    })
    .map((one): Cell => ({ ...one, value: one.status === 'ok' ? one.value : null }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      expect(decodeCells(['sex', '病'], encodeCells(['sex', '病'], cells))).toEqual(cells);
    }),
    { numRuns: 50 },
  );
});
