import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { loadReference } from '#shared/lists.ts';
import { layoutDirectory } from './layout.ts';
import { plainHeader } from './plain.ts';

const file = z.strictObject({
  ignored: z.array(z.string()),
  person: z.record(z.string(), z.array(z.string())),
  items: z.record(z.string(), z.array(z.string())),
  casual: z.record(z.string(), z.string()),
});

/** Names columns often have (`pipelines/sources/checkup-csv/names.toml`, and the item list), as `plainHeader` makes them. */
export type KnownNames = {
  readonly ignored: readonly string[];
  /** Name → key of `[person]` in a mapping. */
  readonly person: ReadonlyMap<string, string>;
  /** Name → item code. */
  readonly items: ReadonlyMap<string, string>;
  /** Item of a fasting sample → item of a casual one. */
  readonly casual: ReadonlyMap<string, string>;
};

export function loadKnownNames(): KnownNames {
  const { ignored, person, items, casual } = file.parse(
    parse(readFileSync(join(layoutDirectory, 'names.toml'), 'utf8')),
  );
  const listed = loadReference('checkup-items').map(
    ({ code = '', ja = '' }) => [plainHeader(ja), code] as const,
  );
  return {
    ignored,
    person: new Map(named(person)),
    // Of a name that stands there twice (one code per method) the first code; names of the file go first.
    items: new Map([...listed.toReversed(), ...named(items)]),
    casual: new Map(Object.entries(casual)),
  };
}

function named(lists: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(lists).flatMap(([key, names]) =>
    names.map((name): [string, string] => [plainHeader(name), key]),
  );
}
