import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import { openArchive } from '../archive.ts';
import type { InspectedFinding, Inspection } from '../inspection.ts';
import { countMyNumbers } from '../my-number.ts';
import { readMembers } from './members.ts';
import { readPerson } from './person.ts';
import { noDocuments } from './refusals.ts';
import { createTally } from './tally.ts';
import { eachText } from './tree.ts';

/**
 * What an exchange archive holds, in counts only and without a home: no insurer to compare with.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE, INTAKE_XML_UNSAFE,
 *   INTAKE_UNKNOWN_KIND
 */
export async function inspectCheckups(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<Inspection> {
  const archive = await openArchive(path);
  try {
    const tally = createTally();
    const months = new Set<string>();
    const quarantined: Record<string, number> = {};
    const results: Record<string, number> = {};
    const findings = new Map<string, { count: number; line?: number }>();
    const note = (code: string, count: number, line?: number) => {
      const entry = findings.get(code);
      if (entry) entry.count += count;
      else findings.set(code, { count, ...(line === undefined ? {} : { line }) });
    };
    for await (const member of readMembers(archive)) {
      tally.add(member);
      if (!('fault' in member.content)) {
        eachText(member.content, (text, line) => {
          const numbers = countMyNumbers(text);
          if (numbers > 0) note('my_number', numbers, line);
        });
      }
      if (member.kind !== 'checkup' && member.kind !== 'guidance') continue;
      const document = readPerson(member, undefined, monthOf(now));
      if ('reject' in document) {
        quarantined[document.reject] = (quarantined[document.reject] ?? 0) + 1;
        continue;
      }
      months.add(document.header.examinedOn.slice(0, 7));
      for (const { state } of document.results) results[state] = (results[state] ?? 0) + 1;
      for (const [code, { count, line }] of document.findings) note(code, count, line);
    }
    if (tally.persons() === 0 && !tally.isExchange()) throw noDocuments(name, false);
    for (const { code, expected, found } of tally.findings()) {
      note(code, Math.abs((expected ?? 0) - (found ?? 0)) || 1);
    }
    return {
      kind: 'checkup',
      form: 'checkup-archive',
      encoding: 'utf-8',
      bytes: statSync(path).size,
      records: tally.persons(),
      byRecord: { ...tally.counts(), ...results },
      months: [...months].sort(),
      quarantined,
      findings: [...findings].map(([code, found]): InspectedFinding => ({ code, ...found })),
    };
  } finally {
    archive.close();
  }
}
