import type { Addressed, PrintTools } from '../documents/printer.ts';
import { type ArchiveWriter, openArchiveWriter } from '../exchange/archive.ts';
import { checkupDocument } from '../exchange/checkup.ts';
import { guidanceDocument } from '../exchange/guidance.ts';
import type { Author, DocumentHeader } from '../exchange/header.ts';
import { indexDocument } from '../exchange/index-document.ts';
import { archiveName, documentName } from '../exchange/names.ts';
import type { DocumentSettings } from './document-settings.ts';
import { type ReportRow, reportRow } from './rows.ts';
import type { DocumentKind } from './select.ts';

/** A document that was written and is to be looked at. */
export type Noted = {
  readonly archive: string;
  readonly file: string;
  readonly institution: string | null;
  readonly findings: readonly string[];
};

/** One archive as it is to be sent in. */
export type Submission = {
  readonly kind: DocumentKind;
  /** Its name by rule, without ending: also its root folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly documents: number;
};

/**
 * Writes the documents of a draft into archives, one at a time: checkups and guidance apart, as many documents in each
 * as the settings say.
 * @param noted gets every document that a check found something about
 */
export async function* submissions(
  settings: DocumentSettings,
  people: AsyncIterable<Addressed>,
  tools: Pick<PrintTools, 'putAside'>,
  noted: Noted[],
): AsyncGenerator<Submission> {
  let split = -1;
  let open: { readonly kind: DocumentKind; readonly name: string; readonly zip: ArchiveWriter } | undefined;
  for await (const addressed of people) {
    if (!addressed.identity.kana && !addressed.identity.name) {
      tools.putAside(addressed, 'no-identity');
      continue;
    }
    const row = reportRow.parse(addressed.row);
    if (open !== undefined && (open.kind !== row.document || open.zip.documents === settings.archiveSize)) {
      yield await closed(settings, open);
      open = undefined;
    }
    if (open === undefined) {
      const name = archiveName({ ...sentBy(settings), split: ++split });
      open = { kind: row.document, name, zip: openArchiveWriter(name) };
    }
    const prefix = row.document === 'checkup' ? 'h' : 'g';
    const file = documentName(
      prefix,
      row.institution,
      { filedOn: settings.filedOn, split },
      open.zip.documents + 1,
    );
    await open.zip.add(`DATA/${file}`, documentText(settings, row, addressed));
    if (row.findings.length > 0)
      noted.push({ archive: open.name, file, institution: row.institution, findings: row.findings });
  }
  if (open !== undefined) yield await closed(settings, open);
}

/** Documents in one archive, so that their names suffice: ten of one day. */
export function archiveSize(
  documents: Readonly<Record<DocumentKind, { readonly written: number }>>,
  wanted: number,
): number {
  const written = Object.values(documents).map((one) => one.written);
  let size = wanted;
  while (written.reduce((sum, count) => sum + Math.ceil(count / size), 0) > 10) size *= 2;
  return size;
}

function sentBy({ insurer, receiver, filedOn, serviceEvent }: DocumentSettings) {
  return { sender: insurer, receiver, filedOn, serviceEvent };
}

async function closed(
  settings: DocumentSettings,
  { kind, name, zip }: { readonly kind: DocumentKind; readonly name: string; readonly zip: ArchiveWriter },
): Promise<Submission> {
  const { documents } = zip;
  const { interaction } = settings;
  await zip.add('ix08_V08.xml', indexDocument({ ...sentBy(settings), interaction, documents }));
  return { kind, name, bytes: await zip.close(), documents };
}

function documentText(settings: DocumentSettings, row: ReportRow, { identity }: Addressed): string {
  const { insurer, name, filedOn } = settings;
  const author: Author = { insurer, name, filedOn };
  const header: DocumentHeader = {
    category: settings.categories[row.document] ?? '',
    program: settings.programs[row.document] ?? '',
    ...{ sex: row.sex, day: row.day, institution: row.institution },
  };
  return row.document === 'checkup'
    ? checkupDocument(header, identity, author, row.results)
    : guidanceDocument(header, identity, author, row);
}
