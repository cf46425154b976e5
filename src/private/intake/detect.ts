import type { FileKind } from './reader.ts';
import { unknownKind } from './refusals.ts';
import { sources } from './sources.ts';

export type Recognised = { readonly kind: FileKind; readonly form: string };

/**
 * What a file is, by its first bytes alone; its name is only used in messages.
 * @throws {UserError} INTAKE_UNKNOWN_KIND
 */
export function recognise(head: Buffer, name: string): Recognised {
  for (const source of sources) {
    const form = source.sniff(head, name);
    if (form !== undefined) return { kind: source.kind, form };
  }
  throw unknownKind(name);
}
