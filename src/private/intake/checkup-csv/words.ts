import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { layoutDirectory } from './layout.ts';
import { plainList, plainWord } from './plain.ts';

const file = z.strictObject({
  not_performed: z.array(z.string()),
  not_measurable: z.array(z.string()),
  choice: z.record(z.string(), z.record(z.string(), z.string())),
});

/** The dictionary of `pipelines/sources/checkup-csv/words.toml`; every word is as `plainWord` makes it. */
export type Words = {
  readonly states: ReadonlyMap<string, 'not_performed' | 'not_measurable'>;
  /** By the last part of the OID of the option list. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

let words: Words | undefined;

export function loadWords(): Words {
  words ??= readWords();
  return words;
}

function readWords(): Words {
  const { choice, not_performed, not_measurable } = file.parse(
    parse(readFileSync(join(layoutDirectory, 'words.toml'), 'utf8')),
  );
  const states = [
    ...not_performed.map((word) => [plainWord(word), 'not_performed'] as const),
    ...not_measurable.map((word) => [plainWord(word), 'not_measurable'] as const),
  ];
  return {
    states: new Map(states),
    choices: new Map(Object.entries(choice).map(([system, list]) => [system, plainList(list)])),
  };
}
