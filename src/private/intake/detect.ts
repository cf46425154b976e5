import { readHead } from './fingerprint.ts';
import { hasMasters } from './masters/archive.ts';
import type { FileKind } from './reader.ts';
import { receiptsInArchive } from './receipt/archive.ts';
import { unknownKind } from './refusals.ts';
import { sources } from './sources.ts';

export type Recognised = { readonly kind: FileKind; readonly form: string };

/**
 * What a file is, by its content; of a ZIP by what its files begin with.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function recogniseFile(path: string, name: string): Promise<Recognised> {
  const head = await readHead(path);
  const first = sniffed(head, name);
  const recognised = first && first.form !== 'csv' ? first : ((await byMapping(head)) ?? first);
  if (recognised === undefined) throw unknownKind(name);
  if (recognised.form !== 'checkup-archive') return recognised;
  const form = await receiptsInArchive(path);
  if (form !== undefined) return { kind: 'receipt', form };
  return (await hasMasters(path)) ? { kind: 'master', form: 'official' } : recognised;
}

/**
 * What a file is, by its first bytes alone; its name is only used in messages.
 * @throws {UserError} INTAKE_UNKNOWN_KIND
 */
export function recognise(head: Buffer, name: string): Recognised {
  const recognised = sniffed(head, name);
  if (recognised === undefined) throw unknownKind(name);
  return recognised;
}

function sniffed(head: Buffer, name: string): Recognised | undefined {
  for (const source of sources) {
    const form = source.sniff(head, name);
    if (form !== undefined) return { kind: source.kind, form };
  }
  return undefined;
}

/**
 * A CSV with the columns of a mapping; those of persons are like a ledger's, so that this is asked before a ledger is
 * believed. Mappings are read only where they are needed.
 */
async function byMapping(head: Buffer): Promise<Recognised | undefined> {
  const { recogniseLayout } = await import('./checkup-csv/recognise.ts');
  const columns = recogniseLayout(head);
  return columns && { kind: 'checkup', form: `${columns.layout.kind}-csv` };
}
