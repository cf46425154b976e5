import { inOffice } from '#office/database.ts';
import { knownDraft } from '#office/ledger/events.ts';
import { alteredDraft, samePerson, unknownDraft } from '#office/ledger/refusals.ts';
import type { Home } from '#shared/home.ts';
import { type DraftHeader, openDraft } from './draft.ts';

/** A draft as it is shown to the person who is to confirm it. */
export type Shown = { readonly header: DraftHeader; readonly digest: string };

/**
 * Opens a draft for confirmation by a person and makes sure that it is the one the ledger knows, to its last row.
 * @throws {UserError} NOT_FOUND, SAME_PERSON, DRAFT_ALTERED
 */
export function showDraft(home: Home, id: string, person: string): Shown {
  const known = inOffice(home.office, (office) => knownDraft(office, id));
  if (!known) throw unknownDraft();
  if (known.draft.maker === person) throw samePerson();
  const { header, digest, close } = openDraft(home, id);
  close();
  if (digest !== known.draft.digest) throw alteredDraft();
  return { header, digest };
}
