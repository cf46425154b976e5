import { fiscalYearOf, monthOfDay, monthStart } from '../calendar.ts';
import { checkupXml } from '../checkup-document.ts';
import { type Examined, examine } from '../checkups.ts';
import { dueAfter } from '../exchange-archives.ts';
import { checkupInstitutions, formerInsurer } from '../institutions.ts';
import { stream } from '../random.ts';
import type { CheckupBooks } from './life.ts';

/**
 * Writes what the insurer before passes on about an insured person who joined in the course of a fiscal year: a checkup
 * of before the cover, under a card this society does not know.
 */
export function writeTransfer({ archives, checkups, period }: CheckupBooks, examined: Examined): void {
  const { person, household, fiscalYear } = examined;
  const [span] = person.spans;
  const start = monthStart(fiscalYear * 12 + 3);
  if (span === undefined || person.role !== 'insured' || span.from < start + 60) return;
  const joined = monthOfDay(span.from);
  if (fiscalYearOf(joined) !== fiscalYear || joined >= period.last) return;
  const random = stream(...person.key, 93);
  if (!random.chance(0.2)) return;
  const day = start + random.below(span.from - start - 30);
  const card = { ...span, symbol: '301', number: String(70_000 + random.below(20_000)) };
  const { results } = examine(examined, { day, span: card, time: 9, random });
  const institution = checkupInstitutions[0]!;
  archives.add(formerInsurer, '1', dueAfter(joined + 1, period.last), (serial, filed) => {
    const head = { person, household, span: card, institution, filed, serial, report: '10', program: '010' };
    return { document: checkupXml({ ...head, foreign: true, examined: day, results }) };
  });
  checkups.totals.checkups++;
  checkups.messy['checkup_of_former_insurer'] = (checkups.messy['checkup_of_former_insurer'] ?? 0) + 1;
}
