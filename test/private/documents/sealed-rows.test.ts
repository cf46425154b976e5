import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRows, sealRows } from '#private/documents/sealed-rows.ts';
import { sha256 } from '#shared/fingerprint.ts';

const secret = Buffer.alloc(32, 7);
let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-rows-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newPath = () => join(folder, String(count++));

async function sealed(values: readonly unknown[]): Promise<string> {
  const path = newPath();
  await sealRows(path, secret, values);
  return path;
}

function read(path: string, key = secret): unknown[] {
  const rows = openRows(path, key);
  try {
    return [...rows.values()].map(({ value }) => value);
  } finally {
    rows.close();
  }
}

function readChanged(bytes: Buffer): unknown[] {
  const path = newPath();
  writeFileSync(path, bytes);
  return read(path);
}

describe('sealed rows', () => {
  it('come back as they were, in order and one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 12 }), async (values) => {
        const plain: unknown = JSON.parse(JSON.stringify(values));
        const path = await sealed(values);
        expect(read(path)).toEqual(plain);
        const rows = openRows(path, secret);
        const places = [...rows.values()].toReversed();
        for (const { value, position } of places) expect(rows.at(position)).toEqual(value);
        rows.close();
      }),
      { numRuns: 15 },
    );
  });

  it('cross the buffer, also with a row longer than it', async () => {
    const values = Array.from(
      { length: 70 },
      (_, index) => `${index} ${'あ'.repeat(index === 40 ? 600_000 : 9000)}`,
    );
    expect(read(await sealed(values))).toEqual(values);
  });

  it('resolve to the digest of the file and show nothing', async () => {
    const path = newPath();
    const digest = await sealRows(path, secret, [{ name: 'カナリヤ太郎' }]);
    const bytes = readFileSync(path);
    expect(digest).toBe(sha256(bytes));
    expect(bytes.includes(Buffer.from('カナリヤ'))).toBe(false);
  });

  it('do not overwrite a file', async () => {
    const path = await sealed([1]);
    await expect(sealRows(path, secret, [2])).rejects.toThrow();
    expect(read(path)).toEqual([1]);
  });

  it('do not open with another key', async () => {
    const path = await sealed([1]);
    expect(() => read(path, Buffer.alloc(32, 8))).toThrow();
  });

  it('tell any changed byte and any missing end', async () => {
    const bytes = readFileSync(await sealed([{ a: 1 }, { b: 2 }]));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => readChanged(changed)).toThrow();
      expect(() => readChanged(bytes.subarray(0, at))).toThrow();
    }
    expect(() => readChanged(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow();
  });

  it('tell rows that were swapped, doubled or left out', async () => {
    const bytes = readFileSync(await sealed(['aa', 'bb', 'cc']));
    const head = bytes.subarray(0, 24);
    const size = 4 + 4 + 16;
    const [a, b, c] = [0, 1, 2].map((index) => bytes.subarray(24 + index * size, 24 + (index + 1) * size));
    const end = bytes.subarray(24 + 3 * size);
    expect(readChanged(Buffer.concat([head, a!, b!, c!, end]))).toEqual(['aa', 'bb', 'cc']);
    for (const order of [[b!, a!, c!], [a!, b!, c!, c!], [a!, c!], [a!, b!], []])
      expect(() => readChanged(Buffer.concat([head, ...order, end]))).toThrow();
  });
});
