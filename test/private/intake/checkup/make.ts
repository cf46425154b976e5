import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, type EntryMetaData, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { onTestFinished } from 'vitest';
import { ix08, newNamespace } from './documents.ts';

export * from './documents.ts';

configure({ useWebWorkers: false });

export type Content = string | Uint8Array;

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-checkup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeTemporary(bytes: Uint8Array, name = 'archive.zip'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

export type MemberOptions = { password?: string; zipCrypto?: boolean; level?: number; unixMode?: number };

export async function zipBytes(
  members: Readonly<Record<string, Content>>,
  options: MemberOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { keepOrder: true });
  for (const [name, content] of Object.entries(members)) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    await (writer.add(name, new Uint8ArrayReader(bytes), options) as Promise<EntryMetaData>);
  }
  return writer.close();
}

/** A ZIP file on disk. */
export async function zipFile(
  members: Readonly<Record<string, Content>>,
  options?: MemberOptions,
): Promise<string> {
  return writeTemporary(await zipBytes(members, options));
}

const root = '1310000001_06999991_202507020_1';

/** An exchange archive with index and one file per document. @param event 実施区分 @param interaction 種別 */
export async function exchange(
  documents: readonly Content[],
  more: Readonly<Record<string, Content>> = {},
  event = '1',
  interaction = '6',
): Promise<string> {
  const data = documents.map((document, index) => [
    `${root}/DATA/h13100000012025070201${String(index + 1).padStart(6, '0')}.xml`,
    document,
  ]);
  const index = ix08(documents.length, newNamespace, event, interaction);
  return zipFile({ [`${root}/ix08_V08.xml`]: index, ...more, ...Object.fromEntries(data) });
}
