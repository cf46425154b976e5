import { statSync } from 'node:fs';
import { createMyNumberScan } from '../my-number.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { openDelivery, type ReadMember } from './members.ts';
import { type AcceptedDocument, isPersonKind, readPerson } from './person.ts';
import { isTransfer, provenanceOf } from './provenance.ts';
import { noDocuments, otherInsurersArchive } from './refusals.ts';
import { validateDocument } from './schema/validate.ts';
import { openSink } from './sink.ts';
import { formOf } from './source.ts';
import { createTally } from './tally.ts';
import { eachText } from './tree.ts';

/**
 * Reads one exchange archive of checkup or guidance results (特定健診・特定保健指導の電子的データ: ZIP of XML), or one of its
 * documents alone, into the scratch file. One record is one person document, one receipt one claim (決済情報) with its yen;
 * a document that cannot be read is quarantined and the rest goes on.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE, INTAKE_EMPTY,
 *   INTAKE_UNKNOWN_KIND, INTAKE_OTHER_INSURER, INTAKE_MY_NUMBER: the whole file is refused
 */
export async function readCheckups(path: string, context: ReaderContext): Promise<ReaderResult> {
  const { fileName, insurerNumber, thisMonth, onProgress } = context;
  const delivery = await openDelivery(path, fileName);
  try {
    const sink = await openSink(context);
    const tally = createTally(delivery.form);
    const scan = numberScan(fileName);
    const size = statSync(path).size;
    let foreign = 0;
    let yen = 0;
    let read = 0;
    for await (const member of delivery.members()) {
      const { kind, position } = member;
      tally.add(member);
      scan.document(member);
      if (isPersonKind(kind)) {
        const spot = { sequence: tally.sequence(), position };
        const insurer = isTransfer(tally.index()) ? undefined : insurerNumber;
        const document = readPerson(member, kind, insurer, thisMonth);
        if ('reject' in document) {
          yen += document.yen;
          sink.reject(spot, document);
          if (document.reject === 'other_insurer') foreign++;
        } else {
          scan.card(document, position);
          const { form, serviceEvent } = delivery;
          if (document.kind === 'claim') {
            yen += document.claim.claim;
            tally.bill(document.claim);
            sink.accept(spot, document, { form, provenance: 'own' });
          } else {
            const provenance = provenanceOf(document.header, tally.index(), serviceEvent);
            sink.accept(spot, document, { form, provenance });
          }
        }
        const faults = 'fault' in member.content ? [] : validateDocument(member.content);
        const [first] = faults;
        if (first) {
          const { line } = first;
          sink.notice(spot, { code: 'checkup_schema', item: undefined, line, count: faults.length });
        }
      }
      onProgress(Math.round((size * ++read) / delivery.size));
    }
    const documents = tally.sequence();
    if (documents === 0) throw noDocuments(fileName, tally.isExchange());
    if (foreign * 2 > documents) throw otherInsurersArchive(fileName, foreign, documents);
    tally.findings().forEach(sink.note);
    const asOf = tally.index()?.createdOn;
    const receipts = tally.counts().claim ?? 0;
    return {
      form: formOf(delivery.form, tally.isGuidance()),
      records: tally.persons(),
      receipts,
      points: 0,
      yen,
      ...(asOf ? { asOf } : {}),
      rows: sink.finish(),
    };
  } finally {
    delivery.close();
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
    card(document: AcceptedDocument, position: number): void {
      const { symbol, number } = document.kind === 'claim' ? document.claim.marks : document.header;
      cards.column('記号', symbol, position);
      cards.column('番号', number, position);
    },
  };
}
