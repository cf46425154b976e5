import type { KeyObject } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createOpener } from './seal.ts';

const text = z.string().nullable().default(null);

/** What intake sealed of a person (src/private/intake/ledgers/eligibility.ts); absent parts are null. */
const schema = z.object({
  memberId: z.string(),
  symbol: text,
  number: z.string(),
  branch: text,
  name: text,
  kana: text,
  birthDate: z.string(),
  postalCode: text,
  address: text,
});

/** Who a person is, as the newest ledger says. It exists in the print process only. */
export type Identity = z.infer<typeof schema>;

export type Identities = {
  /** The identity of a person; undefined where no ledger described the person yet. */
  readonly of: (person: number) => Identity | undefined;
  readonly close: () => void;
};

/** Opens the vault for reading with its private key. Nothing read is kept. */
export function openIdentities(path: string, privateKey: KeyObject): Identities {
  const database = new DatabaseSync(path, { readOnly: true });
  const sealed = database.prepare('select sealed from person where person_id = ?');
  const open = createOpener(privateKey);
  return {
    of(person) {
      const bytes = sealed.get(person)?.['sealed'];
      return bytes instanceof Uint8Array ? schema.parse(JSON.parse(open(bytes))) : undefined;
    },
    close: () => database.close(),
  };
}
