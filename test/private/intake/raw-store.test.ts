import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDiskFull } from '#private/intake/messages.ts';
import { readSealed, readSealedRange, sealFile } from '#private/intake/raw-store.ts';
import { sha256 } from '#shared/fingerprint.ts';

const key = Buffer.alloc(32, 3);
const mebi = 1 << 20;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-raw-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function bytesOf(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255));
}

async function seal(plain: Buffer): Promise<string> {
  writeFileSync(join(folder, 'plain'), plain);
  const target = join(folder, 'sealed');
  const sealed = await sealFile(join(folder, 'plain'), join(folder, 'part'), key, async () => target);
  expect(sealed).toEqual({ sha256: sha256(plain), bytes: plain.length });
  return target;
}

async function open(path: string, with_ = key): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of readSealed(path, with_)) blocks.push(block);
  return Buffer.concat(blocks);
}

describe('sealed originals', () => {
  it.each([1, mebi - 1, mebi, mebi + 1, 2 * mebi, 2 * mebi + 5])(
    'are byte for byte the same (%i bytes)',
    async (size) => {
      const plain = bytesOf(size);
      expect((await open(await seal(plain))).equals(plain)).toBe(true);
    },
  );

  it('give back any range', async () => {
    const plain = bytesOf(2 * mebi + 77);
    const target = await seal(plain);
    for (const [from, to] of [
      [0, 10],
      [mebi - 3, mebi + 3],
      [mebi, mebi + 1],
      [2 * mebi - 1, plain.length],
    ] as const)
      expect((await readSealedRange(target, key, from, to)).equals(plain.subarray(from, to))).toBe(true);
  });

  it('do not show the content', async () => {
    const target = await seal(Buffer.from('カナリヤ'.repeat(100)));
    expect(readFileSync(target).includes(Buffer.from('カナリヤ'))).toBe(false);
  });

  it('refuse another key, a changed byte, a missing block and swapped blocks', async () => {
    const target = await seal(bytesOf(3 * mebi));
    const sealed = readFileSync(target);
    await expect(open(target, Buffer.alloc(32, 4))).rejects.toThrow();
    const block = (number: number) =>
      sealed.subarray(24 + number * (mebi + 16), 24 + (number + 1) * (mebi + 16));
    const changed = Buffer.from(sealed);
    changed[mebi]! ^= 1;
    const faults = [
      changed,
      sealed.subarray(0, 24 + 2 * (mebi + 16)),
      Buffer.concat([sealed.subarray(0, 24), block(1), block(0), block(2)]),
    ];
    for (const fault of faults) {
      writeFileSync(target, fault);
      await expect(open(target)).rejects.toThrow();
    }
  });

  it.runIf(existsSync('/dev/full'))('leave nothing behind where the disk is full', async () => {
    writeFileSync(join(folder, 'plain'), bytesOf(10));
    symlinkSync('/dev/full', join(folder, 'part'));
    const error = await sealFile(join(folder, 'plain'), join(folder, 'part'), key, async () =>
      join(folder, 'sealed'),
    ).catch((reason: unknown) => reason);
    expect(isDiskFull(error)).toBe(true);
    expect(readdirSync(folder)).toEqual(['plain']);
  });
});
