import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { registerPerson } from '../person/register.ts';

const people = z.array(z.strictObject({ name: z.string(), passphrase: z.string() }));

export type ExamplePerson = z.infer<typeof people>[number];

/** Who makes documents in a demo, and who confirms, approves and prints them. */
const names = ['見本 作成', '見本 確認'] as const;

/**
 * Registers the two example persons of a demo home, the maker and the confirmer, and leaves their passphrases in
 * `private/sample/people.json` for everybody who tries the demo.
 */
export function addExamplePeople(home: Home, effects: Effects): readonly ExamplePerson[] {
  const made = names.map((name) => ({ name, passphrase: randomBytes(15).toString('base64url') }));
  for (const { name, passphrase } of made) registerPerson(home, name, passphrase, effects);
  mkdirSync(home.sample, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(home), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** The example persons of a demo home, maker first, confirmer last; none where there are none. */
export function examplePeople(home: Home): readonly ExamplePerson[] {
  const file = fileOf(home);
  return existsSync(file) ? people.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

function fileOf(home: Home): string {
  return join(home.sample, 'people.json');
}
