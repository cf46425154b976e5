import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import { inOffice } from '../database.ts';

const chains = ['ledger', 'audit'] as const;
const last = z.strictObject({ number: z.int().min(0), hash: z.string() });
const schema = z.strictObject({ ledger: last, audit: last });

/**
 * Keeps the last entries of ledger and audit chain outside the books (控え, `private/ledger-kept.json`): books that were
 * cut short, or older ones put in their place, are whole in themselves and are found by this alone. It may lag by what
 * was entered when a process was stopped.
 */
export function keepHeads(home: Home): void {
  const kept = inOffice(home.office, (office) =>
    Object.fromEntries(chains.map((chain) => [chain, lastOf(office, chain)])),
  );
  const text = `${canonicalJson(kept)}\n`;
  if (existsSync(home.ledgerKept) && readFileSync(home.ledgerKept, 'utf8') === text) return;
  mkdirSync(dirname(home.ledgerKept), { recursive: true, mode: 0o700 });
  const part = `${home.ledgerKept}.${process.pid}`;
  writeFileSync(part, text, { mode: 0o600, flush: true });
  renameSync(part, home.ledgerKept);
}

/** True where the books still hold the entries that were kept; the very first one may be waiting to be kept. */
export function holdsKept(home: Home): boolean {
  const kept = readKept(home);
  return inOffice(home.office, (office) => {
    if (kept === undefined) return lastOf(office, 'ledger').number <= 1;
    return chains.every((chain) => {
      const row = office.prepare(`select hash from ${chain} where number = ?`).get(kept[chain].number);
      return row?.['hash'] === kept[chain].hash;
    });
  });
}

function lastOf(office: DatabaseSync, chain: (typeof chains)[number]) {
  const row = office.prepare(`select number, hash from ${chain} order by number desc limit 1`).get();
  return { number: Number(row?.['number'] ?? 0), hash: String(row?.['hash'] ?? '') };
}

function readKept(home: Home): z.infer<typeof schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(home.ledgerKept, 'utf8')));
  } catch {
    return undefined;
  }
}
