import { statSync } from 'node:fs';
import { openArchive } from '../archive.ts';
import { createMyNumberScan } from '../my-number.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { type ReadMember, readMembers } from './members.ts';
import { readPerson } from './person.ts';
import { noDocuments, otherInsurersArchive } from './refusals.ts';
import { type AcceptedDocument, openSink } from './sink.ts';
import { createTally } from './tally.ts';
import { eachText } from './tree.ts';

/**
 * Reads one exchange archive of checkup results (特定健診の電子的データ: ZIP of XML) into the scratch file.
 * One record is one person document; a document that cannot be read is quarantined and the rest goes on.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE, INTAKE_EMPTY,
 *   INTAKE_UNKNOWN_KIND, INTAKE_OTHER_INSURER, INTAKE_MY_NUMBER: the whole file is refused
 */
export async function readCheckups(path: string, context: ReaderContext): Promise<ReaderResult> {
  const { fileName, insurerNumber, thisMonth, onProgress } = context;
  const archive = await openArchive(path);
  try {
    const sink = await openSink(context);
    const tally = createTally();
    const scan = numberScan(fileName);
    const size = statSync(path).size;
    let foreign = 0;
    for await (const member of readMembers(archive)) {
      tally.add(member);
      scan.document(member);
      if (member.kind === 'checkup' || member.kind === 'guidance') {
        const document = readPerson(member, insurerNumber, thisMonth);
        if ('reject' in document) {
          sink.reject(tally.persons(), document);
          if (document.reject === 'other_insurer') foreign++;
        } else {
          scan.card(document, member.position);
          sink.accept(tally.persons(), member.position, document);
        }
      }
      onProgress(Math.round((size * member.position) / archive.members.length));
    }
    const documents = tally.persons();
    if (documents === 0) throw noDocuments(fileName, tally.isExchange());
    if (foreign * 2 > documents) throw otherInsurersArchive(fileName, foreign, documents);
    tally.findings().forEach(sink.note);
    const asOf = tally.index()?.createdOn;
    const totals = { records: documents, receipts: 0, points: 0, yen: 0 };
    return { form: 'checkup-archive', ...totals, ...(asOf ? { asOf } : {}), rows: sink.finish() };
  } finally {
    archive.close();
  }
}

/** Searches what people wrote, and the columns of 記号 and 番号, for Individual Numbers (個人番号). */
function numberScan(fileName: string) {
  const cards = createMyNumberScan(fileName);
  return {
    document({ content, position }: ReadMember): void {
      if ('fault' in content) return;
      const scan = createMyNumberScan(`${fileName}（${position} 番目の文書）`);
      eachText(content, scan.text);
    },
    card({ header }: AcceptedDocument, position: number): void {
      cards.column('記号', header.symbol, position);
      cards.column('番号', header.number, position);
    },
  };
}
