import { crc32 } from 'node:zlib';
import { institution, receipt } from '#pipelines/sources/receipt/tables.ts';
import { parseMonth } from '#shared/month.ts';
import { keysOfRow, type PersonOfRow } from '../ledgers/person.ts';
import type { RowFault } from '../ledgers/values.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { openRows, type RowOf } from '../rows.ts';
import { type ClaimDates, faultOfDates } from './dates.ts';

/** What the CSV contracts of claims have in common. */
export type ClaimRow = PersonOfRow &
  ClaimDates & {
    readonly institutionName: string | null;
    readonly claimedYen?: number | null;
  };

/** What the row means as a receipt, besides what every claim has. */
export type ClaimMeaning = RowOf<typeof receipt> & {
  readonly kind: string;
  readonly identity: string;
  readonly institution: string;
};

export type Claims = {
  /** Writes one claim as a row of `raw.receipt`, or says why it must be set aside. */
  readonly add: (
    row: ClaimRow,
    meaning: ClaimMeaning,
    position: number,
    line: number,
  ) => RowFault | undefined;
  /** Ends writing: rows per table, and the newest month of processing. */
  readonly finish: () => Pick<ReaderResult, 'processingMonth' | 'rows'>;
};

/** Where claims that do not come from the review body go: rows of `raw.receipt` and the names of institutions. */
export async function openClaims({
  fileId,
  indexKey,
  insurerNumber,
  scratch,
  thisMonth,
}: ReaderContext): Promise<Claims> {
  const receipts = await openRows(scratch, receipt);
  const institutions = await openRows(scratch, institution);
  const contents = new Map<string, number>();
  const names = new Map<string, { readonly name: string; readonly month: string }>();
  let newest = '';
  return {
    add(row, meaning, position, line) {
      const { serviceMonth, processingMonth, days, sex, institutionName } = row;
      const fault = faultOfDates(row, thisMonth);
      if (fault !== undefined) return fault;
      const content = crc32(Object.values(row).join('\u001f'));
      const decision = `${meaning.identity} ${processingMonth}`;
      if ((contents.get(decision) ?? content) !== content) return 'number_repeated';
      contents.set(decision, content);
      const keys = keysOfRow(indexKey, insurerNumber, row);
      receipts.add({
        file_id: fileId,
        receipt_seq: position,
        line,
        records: 1,
        content,
        form: 'csv',
        source: 'paper',
        service_month: `${serviceMonth}-01`,
        processing_month: `${processingMonth}-01`,
        key_branch: keys.branch,
        key_name: keys.name,
        key_base: keys.base,
        sex,
        inpatient: 0,
        days,
        public_only: 0,
        corrected: 0,
        ...meaning,
      });
      if (institutionName !== null && !institutionName.includes('\uFFFD'))
        names.set(meaning.institution, { name: institutionName, month: processingMonth });
      if (processingMonth > newest) newest = processingMonth;
      return undefined;
    },
    finish() {
      for (const [key, { name, month }] of names)
        institutions.add({ file_id: fileId, institution: key, name, claim_month: `${month}-01` });
      const month = parseMonth(newest);
      return {
        ...(month === undefined ? {} : { processingMonth: month }),
        rows: { receipt: receipts.finish(), institution: institutions.finish() },
      };
    },
  };
}
