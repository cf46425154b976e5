import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const at = z.iso.datetime();
const draft = z.string().min(1);
const digest = z.string().min(1);

/** 機密区分: 極秘 names persons · 秘密 the handling department · 社外秘 the society's staff. */
export const confidentialities = ['top-secret', 'secret', 'internal'] as const;

/** The four entries of the ledger, in the order a document goes through them. */
export const ledgerEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('draft'),
    at,
    draft,
    kind: z.string().regex(/^(list|notice|report|statutory):[a-z0-9-]+$/),
    purpose: z.string().min(1),
    confidentiality: z.enum(confidentialities),
    period: z.string(),
    scope: z.string(),
    digest,
    maker: z.string().min(1),
  }),
  z.strictObject({ event: z.literal('confirmed'), at, draft, digest, person: z.string().min(1) }),
  z.strictObject({
    event: z.literal('number'),
    at,
    draft,
    part: z.int().min(1),
    number: z.string().regex(/^\d{4}-\d{5,}$/),
    person: z.string().min(1),
  }),
  z.strictObject({ event: z.literal('file'), at, number: z.string(), digest, sheets: z.int().min(0) }),
]);

export type LedgerEvent = z.infer<typeof ledgerEvent>;
export type DraftEvent = Extract<LedgerEvent, { event: 'draft' }>;
export type NumberEvent = Extract<LedgerEvent, { event: 'number' }>;
export type FileEvent = Extract<LedgerEvent, { event: 'file' }>;

/** What the ledger knows of one draft. */
export type Known = {
  readonly draft: DraftEvent;
  readonly confirmedBy: string | undefined;
  readonly numbers: readonly NumberEvent[];
};

/** The entries of one draft; undefined where it was never registered. */
export function knownDraft(office: DatabaseSync, id: string): Known | undefined {
  const rows = office
    .prepare("select event from ledger where json_extract(event, '$.draft') = ? order by number")
    .all(id);
  const events = rows.map((row) => ledgerEvent.parse(JSON.parse(String(row['event']))));
  const registered = events.find((event) => event.event === 'draft');
  if (registered === undefined) return undefined;
  return {
    draft: registered,
    confirmedBy: events.find((event) => event.event === 'confirmed')?.person,
    numbers: events.filter((event) => event.event === 'number'),
  };
}

/** The entry that gave a number, and the one that registered its file, if there are any. */
export function knownNumber(
  office: DatabaseSync,
  number: string,
): { readonly given: NumberEvent | undefined; readonly file: FileEvent | undefined } {
  const rows = office
    .prepare("select event from ledger where json_extract(event, '$.number') = ? order by number")
    .all(number);
  const events = rows.map((row) => ledgerEvent.parse(JSON.parse(String(row['event']))));
  return {
    given: events.find((event) => event.event === 'number'),
    file: events.find((event) => event.event === 'file'),
  };
}

/** The next number of a fiscal year, without a gap: `2026-00012`. It does not tell the programme. */
export function nextNumber(office: DatabaseSync, year: number): string {
  const row = office
    .prepare(
      `select coalesce(max(cast(substr(json_extract(event, '$.number'), 6) as integer)), 0) as last from ledger
       where json_extract(event, '$.number') >= ? and json_extract(event, '$.number') < ?`,
    )
    .get(`${year}-`, `${year}.`);
  return `${year}-${String(Number(row?.['last']) + 1).padStart(5, '0')}`;
}
