import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import type { InspectedFinding, Inspection } from '../inspection.ts';
import { countMyNumbers } from '../my-number.ts';
import type { XmlElement } from '../xml.ts';
import { codeOf } from './codes.ts';
import { createItemCounter, type ItemCounter } from './item-counts.ts';
import { checkupItems, guidanceItems } from './items.ts';
import { openDelivery, type ReadMember } from './members.ts';
import { eachObservation } from './observations.ts';
import { isPersonKind, readPerson } from './person.ts';
import { noDocuments } from './refusals.ts';
import { type DocumentFault, faultsOf } from './schema/document-faults.ts';
import { formOf } from './source.ts';
import { createTally } from './tally.ts';
import { eachText } from './tree.ts';
import { readValue } from './value.ts';

/**
 * What an exchange archive or one of its documents holds, in counts only and without a home: no insurer to compare with.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE,
 *   INTAKE_EMPTY, INTAKE_UNKNOWN_KIND
 */
export async function inspectCheckups(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<Inspection> {
  const delivery = await openDelivery(path, name);
  try {
    const tally = createTally(delivery.form);
    const counter = createItemCounter();
    const months = new Set<string>();
    const quarantined: Record<string, number> = {};
    const faults: DocumentFault[] = [];
    let yen = 0;
    const findings = new Map<string, { count: number; line?: number }>();
    const note = (code: string, count: number, line?: number) => {
      const entry = findings.get(code);
      if (entry) entry.count += count;
      else findings.set(code, { count, ...(line === undefined ? {} : { line }) });
    };
    for await (const member of delivery.members()) {
      const { kind, content } = member;
      tally.add(member);
      faults.push(...faultsOf(member));
      searchMyNumbers(member, note);
      if (!isPersonKind(kind)) continue;
      const document = readPerson(member, kind, undefined, monthOf(now));
      if (kind !== 'claim') counter.document();
      if ('reject' in document) {
        quarantined[document.reject] = (quarantined[document.reject] ?? 0) + 1;
        yen += document.yen;
      } else if (document.kind === 'claim') {
        tally.bill(document.claim);
        yen += document.claim.claim;
      } else {
        months.add(document.header.day.slice(0, 7));
        for (const { code, count, line } of document.noticed) note(code, count, line);
        if (!('fault' in content)) countItems(content, document.kind, counter);
      }
    }
    if (tally.sequence() === 0) throw noDocuments(name, tally.isExchange());
    for (const { code, expected, found } of tally.findings()) {
      note(code, Math.abs((expected ?? 0) - (found ?? 0)) || 1);
    }
    const claims = tally.counts().claim ?? 0;
    return {
      kind: tally.isGuidance() ? 'guidance' : 'checkup',
      form: formOf(delivery.form, tally.isGuidance()),
      encoding: 'utf-8',
      bytes: statSync(path).size,
      records: tally.persons(),
      ...(claims > 0 ? { receipts: claims, points: 0, yen } : {}),
      byRecord: tally.counts(),
      months: [...months].sort(),
      ...counter.counts(),
      schema: faults.length === 0 ? 'valid' : faults,
      quarantined,
      findings: [...findings].map(([code, found]): InspectedFinding => ({ code, ...found })),
    };
  } finally {
    delivery.close();
  }
}

function searchMyNumbers(
  { content }: ReadMember,
  note: (code: string, count: number, line: number) => void,
): void {
  if ('fault' in content) return;
  eachText(content, (text, line) => {
    const numbers = countMyNumbers(text);
    if (numbers > 0) note('my_number', numbers, line);
  });
}

/** Every entry with an item code, repeated ones and those that are not kept included. */
function countItems(document: XmlElement, kind: 'checkup' | 'guidance', counter: ItemCounter): void {
  const items = kind === 'checkup' ? checkupItems() : guidanceItems();
  eachObservation(document, {
    item(observation, written) {
      const item = items.get(written);
      counter.item(
        codeOf('item', written),
        item !== undefined,
        readValue(observation, item, () => {}),
      );
    },
  });
}
