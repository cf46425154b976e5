import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ledgerEntries } from '#office/ledger/read.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { demoDocument } from '../../src/commands/demo/documents.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const { documents } = z
  .object({ result: z.object({ documents: z.array(demoDocument) }) })
  .parse(JSON.parse(readFileSync(join(home.sample, 'demo.json'), 'utf8'))).result;
const entries = new Map(ledgerEntries(home).map((entry) => [entry.number, entry]));

it('a demo makes two letters, two lists and the employer reports', () => {
  expect(documents.map(({ kind }) => kind)).toEqual([
    'notice:medical-cost',
    'notice:generic',
    'list:guidance',
    'list:diabetes',
    'report:employer',
  ]);
  for (const { pages } of documents) expect(pages).toBeGreaterThan(0);
});

it('every file is named by its number only, and is the one the ledger knows', () => {
  for (const { kind, files, numbers } of documents) {
    expect(files.map((file) => basename(file, extname(file)))).toEqual(numbers);
    for (const [index, file] of files.entries()) {
      const entry = entries.get(numbers[index]!);
      expect(entry?.kind).toBe(kind);
      expect(entry?.digest).toBe(sha256(readFileSync(join(home.root, file))));
    }
  }
});

it('was made by one registered person and printed by another who confirmed it', () => {
  for (const entry of entries.values()) {
    if (entry.kind === 'report:employer') continue;
    expect([entry.maker, entry.confirmedBy, entry.printedBy]).toEqual(['P0001', 'P0002', 'P0002']);
  }
});
