import { append } from '../chain.ts';
import { inOffice } from '../database.ts';

/**
 * One event of the audit chain (監査証跡). It names things by id and digest; no member, and no count that could
 * describe a few persons.
 */
export type AuditEvent = {
  /** Instant of the event, ISO 8601. */
  readonly at: string;
  /** Who: a registered person's id, `operator` (nobody signed in), `schedule` or `system`. */
  readonly actor: string;
  readonly action:
    | 'init'
    | 'ingest'
    | 'accept'
    | 'build'
    | 'release'
    | 'approve'
    | 'list'
    | 'notice'
    | 'report'
    | 'confirm'
    | 'print'
    | 'person'
    | 'schedule'
    | 'read'
    | 'sign-in-refused'
    | 'purge';
  /** What it was done to: a file digest, a release id, an analysis name, a draft id, a document number. */
  readonly subject: string;
  readonly digest?: string;
  /** Head of the ledger after what was entered there: ties both chains together. */
  readonly ledger?: string;
};

/** Ids of those who did something to a subject, such as made a release. */
export function actorsOf(file: string, action: AuditEvent['action'], subject: string): readonly string[] {
  return inOffice(file, (office) =>
    office
      .prepare(
        `select distinct json_extract(event, '$.actor') as actor from audit
         where json_extract(event, '$.action') = ? and json_extract(event, '$.subject') = ?`,
      )
      .all(action, subject)
      .map((row) => String(row['actor'])),
  );
}

/** Everything something was done to, and by whom, such as the files that were accepted. */
export function doneTo(
  file: string,
  action: AuditEvent['action'],
): readonly { readonly actor: string; readonly subject: string }[] {
  return inOffice(file, (office) => {
    const rows = office
      .prepare(
        `select json_extract(event, '$.actor') as actor, json_extract(event, '$.subject') as subject from audit
         where json_extract(event, '$.action') = ?`,
      )
      .all(action);
    return rows.map((row) => ({ actor: String(row['actor']), subject: String(row['subject']) }));
  });
}

/** Appends events to the audit chain. What the ledger does enters itself here: see `src/office/ledger.ts`. */
export function appendAudit(file: string, ...events: readonly AuditEvent[]): void {
  inOffice(file, (office) => {
    for (const event of events) append(office, 'audit', event);
  });
}
