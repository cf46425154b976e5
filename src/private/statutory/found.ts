import type { Warehouse } from '../warehouse.ts';
import { type DocumentKind, documentTables } from './select.ts';
import { textOf } from './values.ts';

/** A document that is held back, by where it came from: number of the file and of the document (or line) in it. */
export type Held = {
  readonly document: DocumentKind;
  readonly file: number;
  readonly position: number;
  /** 10 digits of the institution or contractor, to ask. */
  readonly institution: string | null;
  readonly findings: readonly string[];
};

/** Checks that documents did not pass, by kind and document. */
export type Found = {
  readonly of: (document: DocumentKind, id: number) => readonly string[];
  readonly isHeld: (document: DocumentKind, id: number) => boolean;
  readonly held: readonly Held[];
};

const senders: Readonly<Record<DocumentKind, string>> = { checkup: 'institution', guidance: 'contractor' };

/** Reads what `selectReport` found of single documents. */
export async function foundDocuments(warehouse: Warehouse): Promise<Found> {
  const codes = new Map<string, string[]>();
  const rejected = new Set<string>();
  const rows = await warehouse.rows(
    'select kind, document_id, code, severity from input.statutory_finding order by kind, document_id, code',
  );
  for (const row of rows) {
    const key = `${String(row['kind'])} ${String(row['document_id'])}`;
    codes.set(key, [...(codes.get(key) ?? []), String(row['code'])]);
    if (row['severity'] === 'reject') rejected.add(key);
  }
  const held: Held[] = [];
  for (const document of ['checkup', 'guidance'] as const) {
    const places = await warehouse.rows(`
      select document_id, file_id, "position", ${senders[document]} as institution from input.${documentTables[document]}
      where document_id in (
        select document_id from input.statutory_finding where kind = '${document}' and severity = 'reject')
      order by file_id, "position"`);
    for (const row of places)
      held.push({
        document,
        file: Number(row['file_id']),
        position: Number(row['position']),
        institution: textOf(row['institution']),
        findings: codes.get(`${document} ${String(row['document_id'])}`) ?? [],
      });
  }
  return {
    of: (document, id) => codes.get(`${document} ${id}`) ?? [],
    isHeld: (document, id) => rejected.has(`${document} ${id}`),
    held,
  };
}
