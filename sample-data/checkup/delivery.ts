import type { MonthIndex } from '../calendar.ts';
import { checkupXml } from '../checkup-document.ts';
import type { Examined, LinkedCheckup } from '../checkups.ts';
import { checkupClaim } from '../claim-document.ts';
import { dueAfter, type ExchangeArchives } from '../exchange-archives.ts';
import { checkupInstitutions, employerSender } from '../institutions.ts';
import type { Random } from '../random.ts';
import { stream } from '../random.ts';
import { createCsvFiles } from './csv-files.ts';
import { dockHead, dockRow } from './dock.ts';
import { employerHead, employerRow } from './employer.ts';
import { paperHead, paperRows } from './paper-entry.ts';
import { createToolFiles } from './public-tool.ts';

export type CheckupFault =
  | 'checkup_wrong_number'
  | 'checkup_broken'
  | 'checkup_foreign_insurer'
  | 'paper_differs'
  | 'paper_once';

/** Documents in archives, and rows of lists: a sheet typed twice is one, a person of the public tool has one in either file. */
export type CheckupTotals = { checkups: number; checkupRows: number };

/** Delivers checkups the way each comes, and counts what went wrong with them. */
export type CheckupDelivery = {
  /** Returns why the checkup cannot be linked or read, if it cannot. */
  readonly write: (
    examined: Examined,
    checkup: LinkedCheckup,
    month: MonthIndex,
    random: Random,
  ) => CheckupFault | undefined;
  readonly close: () => void;
  readonly messy: Record<string, number>;
  readonly totals: CheckupTotals;
};

/** Archives come the month after a half-year, lists after the fiscal year; all by the month after `last`. */
export function createCheckupDelivery(
  folder: string,
  archives: ExchangeArchives,
  last: MonthIndex,
): CheckupDelivery {
  const messy: Record<string, number> = {};
  const totals = { checkups: 0, checkupRows: 0 };
  const files = createCsvFiles(folder);
  let sheets = 0;
  const tool = createToolFiles(folder);
  const count = (kind: string) => {
    messy[kind] = (messy[kind] ?? 0) + 1;
  };
  const put = (name: string, head: string, rows: readonly string[]) => {
    for (const row of rows) files.write(name, head, row);
    totals.checkupRows++;
  };
  const archive = (
    examined: Examined,
    checkup: LinkedCheckup,
    month: MonthIndex,
    fault: string | undefined,
  ) => {
    const { channel, day, span, results } = checkup;
    const isEmployer = channel.kind === 'employer-archive';
    const institution =
      channel.kind === 'archive' ? checkupInstitutions[channel.institution]! : employerSender;
    // The first institution bills dependants with its archive.
    const isBilled = channel.kind === 'archive' && channel.institution === 0 && span.relation === 'dependant';
    const due = isEmployer ? Math.min(last + 1, checkup.fiscalYear * 12 + 15) : dueAfter(month, last);
    const write = (serial: number, filed: number) => {
      const head = {
        ...{ person: examined.person, household: examined.household, span, institution, filed, serial },
        report: isEmployer ? '41' : '10',
        program: isEmployer ? '030' : '010',
        wrongNumber: fault === 'checkup_wrong_number',
        foreign: fault === 'checkup_foreign_insurer',
      };
      const document = checkupXml({ ...head, examined: day, results });
      if (fault === 'checkup_broken') return { document: document.slice(0, document.length * 0.8) };
      return isBilled ? { document, claim: checkupClaim(head, day) } : { document };
    };
    archives.add(institution, isEmployer ? '4' : '1', due, write);
    totals.checkups++;
  };
  return {
    messy,
    totals,
    write(examined, checkup, month, random) {
      const { channel, fiscalYear, day, span } = checkup;
      const drawn = drawFault(random, totals.checkups);
      const isArchive = channel.kind === 'archive' || channel.kind === 'employer-archive';
      const fault = isArchive || drawn === 'checkup_wrong_number' ? drawn : undefined;
      const wrongNumber = fault === 'checkup_wrong_number';
      const sheet = { ...examined, checkup, wrongNumber };
      const own = stream(...examined.person.key, 85, fiscalYear, day);
      if (fault !== undefined) count(fault);
      if (isArchive) archive(examined, checkup, month, fault);
      else if (channel.kind === 'employer-csv')
        put(`事業者健診_${fiscalYear}年度`, employerHead, [employerRow(sheet)]);
      else if (channel.kind === 'dock') {
        const { row, oddities } = dockRow(sheet, own);
        put(`人間ドック一覧_${fiscalYear}年度`, dockHead, [row]);
        for (const oddity of oddities) count(oddity);
      } else if (channel.kind === 'public-tool') {
        tool.write(fiscalYear, sheet);
        totals.checkupRows += 2;
      } else {
        const { rows, trouble } = paperRows(sheet, sheets++);
        put(`紙の健診_${fiscalYear}年度`, paperHead, rows);
        if (trouble !== undefined && fault === undefined) {
          count(trouble);
          return trouble;
        }
      }
      // One employer sends what came by archive already.
      if (channel.kind === 'archive' && fault === undefined && span.employer === 1 && own.chance(0.02)) {
        put(`事業者健診_${fiscalYear}年度`, employerHead, [employerRow(sheet)]);
        count('checkup_same_day');
      }
      // A document that is sent again is the same to the letter of its results.
      if (
        channel.kind === 'archive' &&
        fault === undefined &&
        own.chance(0.002) &&
        dueAfter(month, last) + 6 <= last
      ) {
        archive(examined, checkup, month + 6, undefined);
        count('checkup_duplicate');
      }
      return fault;
    },
    close() {
      files.close();
      tool.close();
    },
  };
}

function drawFault(random: Random, documents: number): CheckupFault | undefined {
  if (documents === 20) return 'checkup_broken';
  const draw = random.next();
  if (draw < 0.006) return 'checkup_wrong_number';
  if (draw < 0.0075) return 'checkup_broken';
  return draw < 0.0085 ? 'checkup_foreign_insurer' : undefined;
}
