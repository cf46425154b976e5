import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Plain bytes per block; each block is sealed by itself, so any range can be read again without the rest. */
const blockBytes = 1 << 20;
const magic = Buffer.from('KLRAW1\0\0');
const saltBytes = 16;
const tagBytes = 16;
const headerBytes = magic.length + saltBytes;

export type Sealed = { readonly sha256: string; readonly bytes: number };

/** Where the original with this digest is kept. */
export function rawPath(rawFolder: string, sha256: string): string {
  return join(rawFolder, sha256);
}

/**
 * Seals a file byte for byte (AES-256-GCM, a key of its own, numbered blocks, the last one marked): written to `part`,
 * flushed, then renamed, so that what it becomes is whole or absent.
 * @param keepAs asked for its name when it is written; where it throws, nothing is left
 * @returns the SHA-256 and size of the plain bytes that were sealed
 */
export async function sealFile(
  source: string,
  part: string,
  rawKey: Buffer,
  keepAs: (sealed: Sealed) => Promise<string>,
): Promise<Sealed> {
  const input = await open(source, 'r');
  try {
    const output = await open(part, 'w', 0o600);
    try {
      const sealed = await sealBlocks(input, output, rawKey);
      await output.sync();
      await output.close();
      await rename(part, await keepAs(sealed));
      return sealed;
    } catch (error) {
      await output.close().catch(() => {});
      await rm(part, { force: true });
      throw error;
    }
  } finally {
    await input.close();
  }
}

async function sealBlocks(input: FileHandle, output: FileHandle, rawKey: Buffer) {
  const header = Buffer.concat([magic, randomBytes(saltBytes)]);
  const key = fileKey(rawKey, header);
  const hash = createHash('sha256');
  await output.write(header);
  let bytes = 0;
  let [room, spare] = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)];
  let block = await readBlock(input, room);
  for (let number = 0; ; number++) {
    const next = block.length === blockBytes ? await readBlock(input, spare) : Buffer.alloc(0);
    const last = next.length === 0;
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(header);
    hash.update(block);
    bytes += block.length;
    await output.writev([cipher.update(block), cipher.final(), cipher.getAuthTag()]);
    if (last) return { sha256: hash.digest('hex'), bytes };
    block = next;
    [room, spare] = [spare, room];
  }
}

/** The plain bytes of a sealed original, block by block; throws where a byte was changed or the end is missing. */
export async function* readSealed(path: string, rawKey: Buffer): AsyncGenerator<Buffer> {
  const input = await open(path, 'r');
  try {
    const { size } = await input.stat();
    const header = await readHeader(input);
    const key = fileKey(rawKey, header);
    const blocks = blockCount(size);
    for (let number = 0; number < blocks; number++)
      yield await readSealedBlock(input, key, header, number, blocks);
  } finally {
    await input.close();
  }
}

/** Plain bytes `from`..`to` (exclusive) of a sealed original: a receipt of it, to be read again. */
export async function readSealedRange(
  path: string,
  rawKey: Buffer,
  from: number,
  to: number,
): Promise<Buffer> {
  const input = await open(path, 'r');
  try {
    const { size } = await input.stat();
    const header = await readHeader(input);
    const key = fileKey(rawKey, header);
    const first = Math.floor(from / blockBytes);
    const parts: Buffer[] = [];
    for (let number = first; number * blockBytes < to; number++)
      parts.push(await readSealedBlock(input, key, header, number, blockCount(size)));
    const start = first * blockBytes;
    return Buffer.concat(parts).subarray(from - start, to - start);
  } finally {
    await input.close();
  }
}

async function readSealedBlock(
  input: FileHandle,
  key: Buffer,
  header: Buffer,
  number: number,
  blocks: number,
) {
  const sealed = Buffer.alloc(blockBytes + tagBytes);
  const { bytesRead } = await input.read(sealed, 0, sealed.length, headerBytes + number * sealed.length);
  if (bytesRead < tagBytes) throw new Error('a sealed original is cut off');
  const body = sealed.subarray(0, bytesRead - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, number === blocks - 1));
  decipher.setAAD(header).setAuthTag(sealed.subarray(bytesRead - tagBytes, bytesRead));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

async function readHeader(input: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(headerBytes);
  const { bytesRead } = await input.read(header, 0, headerBytes, 0);
  if (bytesRead < headerBytes || !header.subarray(0, magic.length).equals(magic))
    throw new Error('not a sealed original');
  return header;
}

async function readBlock(input: FileHandle, block: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < blockBytes) {
    const { bytesRead } = await input.read(block, filled, blockBytes - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return block.subarray(0, filled);
}

function blockCount(size: number): number {
  return Math.max(1, Math.ceil((size - headerBytes) / (blockBytes + tagBytes)));
}

function fileKey(rawKey: Buffer, header: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', rawKey, header.subarray(magic.length), 'kenpo-lens raw 1', 32));
}

function nonceOf(block: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(block));
  nonce[11] = last ? 1 : 0;
  return nonce;
}
