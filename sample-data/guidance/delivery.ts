import { type MonthIndex, monthOfDay } from '../calendar.ts';
import { createCsvFiles } from '../checkup/csv-files.ts';
import { guidanceClaim } from '../claim-document.ts';
import type { DocumentHead } from '../clinical-document.ts';
import { dueAfter, type ExchangeArchives, type Piece } from '../exchange-archives.ts';
import { guidanceContractors } from '../institutions.ts';
import type { Household, Person } from '../people.ts';
import { spanOn } from '../people.ts';
import { stream } from '../random.ts';
import type { Course } from './course.ts';
import { guidanceHead, guidanceRows } from './csv.ts';
import { guidanceXml, levelCode, type Report, reportsOf } from './document.ts';

/** Delivers courses of guidance and counts what went wrong with them. */
export type GuidanceDelivery = {
  /** Returns the course as it arrives; undefined where it cannot be linked. */
  readonly write: (person: Person, household: Household, course: Course) => Course | undefined;
  readonly close: () => void;
  readonly messy: Record<string, number>;
  readonly totals: { guidanceDocuments: number; guidanceRows: number };
};

/** Archives come the month after a half-year, the list of a contractor after the fiscal year; all by the month after `last`. */
export function createGuidanceDelivery(
  folder: string,
  archives: ExchangeArchives,
  last: MonthIndex,
): GuidanceDelivery {
  const messy: Record<string, number> = {};
  const totals = { guidanceDocuments: 0, guidanceRows: 0 };
  const files = createCsvFiles(folder);
  return {
    messy,
    totals,
    write(person, household, course) {
      const contractor = guidanceContractors[course.contractor]!;
      const random = stream(...person.key, 92, course.fiscalYear);
      const count = (kind: string) => {
        messy[kind] = (messy[kind] ?? 0) + 1;
      };
      const wrongNumber = random.chance(0.006);
      const wrongTotal = random.chance(0.02) && course.final !== undefined && course.level === 'intensive';
      if (wrongNumber) count('guidance_wrong_number');
      if (wrongTotal) count('guidance_wrong_total');
      const lacksStart = random.chance(0.015) && course.final !== undefined && contractor.form === 'archive';
      if (lacksStart) count('guidance_without_start');
      if (contractor.form === 'csv') {
        const span = spanOn(person, course.first.day)!;
        const rows = guidanceRows({ person, span, wrongNumber }, contractor.number, course, wrongTotal);
        for (const { text } of rows)
          files.write(`特定保健指導_${contractor.number}_${course.fiscalYear}年度`, guidanceHead, text);
        totals.guidanceRows += rows.length;
        return wrongNumber ? undefined : course;
      }
      for (const report of reportsOf(course)) {
        if (lacksStart && report.report === '21') continue;
        const span = spanOn(person, report.day)!;
        archives.add(contractor, '2', dueAfter(monthOfDay(report.day), last), (serial, filed) => {
          const head = { person, household, span, institution: contractor, filed, serial, wrongNumber };
          const whole = { ...head, report: report.report, program: '100' };
          return {
            document: guidanceXml(whole, course, report, wrongTotal),
            ...claimOf(whole, course, report),
          };
        });
        totals.guidanceDocuments++;
      }
      if (wrongNumber) return undefined;
      return lacksStart ? { ...course, isStartKnown: false, isCompleted: false } : course;
    },
    close: files.close,
  };
}

/** The first contractor bills with its archive: after the first interview and after the evaluation. */
function claimOf(head: DocumentHead, course: Course, { report, day }: Report): Pick<Piece, 'claim'> {
  if (course.contractor !== 0 || (report !== '21' && report !== '22')) return {};
  const { process } = course.points;
  const points =
    course.level === 'intensive' && report === '22' ? { done: process, planned: 180 } : undefined;
  const bill = { levelCode: levelCode(course), day, points } as const;
  return { claim: guidanceClaim(head, { ...bill, timing: report === '21' ? '1' : '2' }) };
}
