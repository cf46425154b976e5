import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inOffice } from '#office/database.ts';
import { knownNumber } from '#office/ledger/events.ts';
import { recordFile } from '#office/ledger.ts';
import type { Effects } from '#shared/effects.ts';
import { sha256 } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import { sha256File, writeWhole } from './files.ts';
import type { Part } from './printer.ts';
import { documentDiffers, outboxAltered } from './refusals.ts';

/** A document as it lies in the outbox. */
export type StoredFile = {
  readonly number: string;
  /** Path below the home. */
  readonly file: string;
  readonly pages: number;
  readonly sha256: string;
};

/**
 * Puts the document of a number into the outbox under that number and enters it in the ledger. Stopped anywhere, doing
 * it again completes it; once complete, doing it again changes nothing.
 * @throws {UserError} DOCUMENT_DIFFERS where the ledger knows other content of this number; DOCUMENT_ALTERED where the
 *   file in the outbox is no longer what the ledger recorded
 */
export function storeDocument(home: Home, number: string, part: Part, effects: Effects): StoredFile {
  const digest = sha256(part.bytes);
  const name = `${number}.${part.extension}`;
  const path = join(home.outbox, name);
  const recorded = inOffice(home.office, (office) => knownNumber(office, number).file?.digest);
  if (recorded !== undefined && recorded !== digest) throw documentDiffers();
  const there = existsSync(path) ? sha256File(path) : undefined;
  if (there !== digest) {
    if (there !== undefined && recorded !== undefined) throw outboxAltered(number);
    mkdirSync(home.outbox, { recursive: true, mode: 0o700 });
    writeWhole(path, join(home.outbox, `${number}.part`), part.bytes);
  }
  recordFile(home, number, { digest, sheets: part.sheets }, effects);
  return { number, file: `private/outbox/${name}`, pages: part.sheets, sha256: digest };
}

/** Removes what a killed process left half-written. Only while the home is locked. */
export function removeHalfWritten(home: Home): void {
  if (!existsSync(home.outbox)) return;
  for (const name of readdirSync(home.outbox))
    if (name.endsWith('.part')) rmSync(join(home.outbox, name), { force: true });
}
