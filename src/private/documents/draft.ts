import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inOffice } from '#office/database.ts';
import { confidentialities, knownDraft } from '#office/ledger/events.ts';
import { alteredDraft } from '#office/ledger/refusals.ts';
import { registerDraft } from '#office/ledger.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { draftKey, readSecret } from '../keys.ts';
import { moveInto, sha256File } from './files.ts';
import { newDraftId } from './random-id.ts';
import { draftMissing } from './refusals.ts';
import { openRows, type Position, sealRows } from './sealed-rows.ts';

const headerSchema = z.object({
  id: z.string(),
  /** `list:guidance`, `notice:medical-cost` … */
  kind: z.string(),
  /** Id of the purpose of use it was made for. */
  purpose: z.string(),
  confidentiality: z.enum(confidentialities),
  period: z.string(),
  /** 開示範囲: words, no person and no count. */
  scope: z.string(),
  /** Day the selection describes, `YYYY-MM-DD`. */
  asOf: z.string(),
  /** Id of the registered person who made it, `operator` or `schedule`. */
  maker: z.string(),
  /** Rule → first day of the version that was applied. */
  ruleVersions: z.record(z.string(), z.string()),
  /** Persons, letters or yen by group and code; for the sealed draft and the private terminal only. */
  counts: z.record(z.string(), z.record(z.string(), z.number())),
  /** Words for the kind and for the groups and codes of `counts`. */
  labels: z.record(z.string(), z.object({ ja: z.string(), en: z.string() })).optional(),
  /** What the printer needs besides the rows. */
  settings: z.unknown().optional(),
});

/** What a draft says about itself, before its rows. */
export type DraftHeader = z.infer<typeof headerSchema>;

/** The content of a row without the persons it is about. */
export type RowContent = { readonly row: string; readonly [content: string]: unknown };

/** One row: a random id of this document (`newRowId`), whom it is about, and what is to be printed. */
export type DraftRow = RowContent & {
  /** person_id of the addressee, or of the person a list names. */
  readonly person: number;
  /** person_ids of others whose names the same sheet shows. */
  readonly others?: readonly number[] | undefined;
  /** False: kept in the draft with the reason why not, never printed and never named. */
  readonly listed?: boolean | undefined;
};

const rowSchema = z.looseObject({
  row: z.string(),
  person: z.number(),
  others: z.array(z.number()).optional(),
  listed: z.boolean().optional(),
});

/**
 * Seals a draft under its id (`private/drafts/<id>.sealed`), flushes it, and enters it in the ledger with its digest.
 * Rows are sealed as they come, so a million of them need no memory. Stopped half-way, the ledger knows nothing of it.
 * @param id reserved before by a scheduled run, so that a run that was stopped makes the same draft again; a draft the
 *   ledger knows is not made twice
 */
export async function writeDraft(
  home: Home,
  header: Omit<DraftHeader, 'id'>,
  rows: AsyncIterable<DraftRow> | Iterable<DraftRow>,
  effects: Effects,
  id = newDraftId(),
): Promise<{ id: string; digest: string }> {
  const known = inOffice(home.office, (office) => knownDraft(office, id));
  if (known) return { id, digest: known.draft.digest };
  const path = draftPath(home, id);
  const part = `${path}.part`;
  mkdirSync(home.drafts, { recursive: true, mode: 0o700 });
  rmSync(part, { force: true });
  try {
    const digest = await sealRows(part, draftKey(home), headed({ id, ...header }, rows));
    moveInto(part, path);
    const { kind, purpose, confidentiality, period, scope, maker } = header;
    registerDraft(home, { draft: id, kind, purpose, confidentiality, period, scope, digest, maker }, effects);
    return { id, digest };
  } finally {
    rmSync(part, { force: true });
  }
}

async function* headed(header: DraftHeader, rows: AsyncIterable<DraftRow> | Iterable<DraftRow>) {
  yield headerSchema.parse(header);
  yield* rows;
}

export type Draft = {
  readonly header: DraftHeader;
  /** SHA-256 of the sealed file. */
  readonly digest: string;
  /** The rows in the order they were drafted, with their places. */
  readonly rows: () => Generator<{ readonly row: DraftRow; readonly position: Position }>;
  /** The row at a place. */
  readonly at: (position: Position) => DraftRow;
  readonly close: () => void;
};

/**
 * Opens a draft.
 * @throws {UserError} NOT_FOUND; DRAFT_ALTERED where a byte of it was changed (also while rows are read)
 */
export function openDraft(home: Home, id: string): Draft {
  const path = draftPath(home, id);
  if (!/^d-[a-z2-7]{10}$/.test(id) || !existsSync(path)) throw draftMissing();
  const secret = readSecret(home, 'draft');
  const sealed = unaltered(() => openRows(path, secret));
  const first = unaltered(() => sealed.values().next().value);
  const header = unaltered(() => headerSchema.parse(first?.value));
  if (header.id !== id) throw alteredDraft();
  return {
    header,
    digest: sha256File(path),
    *rows() {
      const values = sealed.values();
      unaltered(() => values.next());
      for (;;) {
        const { value: next, done } = unaltered(() => values.next());
        if (done) return;
        yield { row: unaltered(() => rowSchema.parse(next.value)), position: next.position };
      }
    },
    at: (position) => unaltered(() => rowSchema.parse(sealed.at(position))),
    close: sealed.close,
  };
}

function draftPath(home: Home, id: string): string {
  return join(home.drafts, `${id}.sealed`);
}

/** What the cipher or the schema says of altered bytes may quote them. */
function unaltered<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw alteredDraft();
  }
}
