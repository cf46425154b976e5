import {
  checkup,
  checkupClaim,
  checkupPart,
  checkupResult,
  guidance,
  guidanceResult,
  guidanceSupport,
} from '#pipelines/sources/checkup/tables.ts';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { personKeys, rowKey } from '../../vault/keys.ts';
import type { CsvFileFinding, CsvRowReason } from '../checkup-csv/findings.ts';
import type { ReaderContext } from '../reader.ts';
import { openRows } from '../rows.ts';
import type { Noticed } from './noticed.ts';
import type { AcceptedDocument, RejectedDocument } from './person.ts';
import type { CheckupResult, CheckupResults } from './results.ts';
import { claimColumns, type Origin, personColumns, supportColumns, valueColumns } from './rows.ts';
import type { ArchiveFinding } from './tally.ts';

/** Where a document stands: `sequence` counts the documents about persons from 1, `position` all files of the archive. */
export type Spot = { readonly sequence: number; readonly position: number };

/** What is set aside: a document, or rows of a CSV, then perhaps with the names of columns of its mapping. */
export type SetAside = Omit<RejectedDocument, 'reject'> & {
  readonly reject: RejectedDocument['reject'] | CsvRowReason;
  readonly lineEnd?: number;
  readonly columns?: readonly string[];
};

/** The key of a row in all files of a delivery; `rest` is what a row says that only continues another. */
export type CsvPart = {
  readonly key: string;
  readonly rest?: CheckupResults;
};

/** Where the readers put what they read. */
export type CheckupSink = {
  readonly accept: (spot: Spot, document: AcceptedDocument, origin: Origin) => void;
  /** A row of a CSV whose key may stand in another file too: with results where it continues that one. */
  readonly part: (spot: Spot, part: CsvPart) => void;
  readonly reject: (spot: Spot, document: SetAside) => void;
  readonly notice: (spot: Spot, noticed: Noticed) => void;
  readonly note: (finding: ArchiveFinding | CsvFileFinding) => void;
  /** Rows written per table. */
  readonly finish: () => Record<string, number>;
};

/** Opens the tables of the scratch file. Names, symbols and numbers end here: only keys of them are written. */
export async function openSink({ fileId, indexKey, scratch }: ReaderContext): Promise<CheckupSink> {
  const file_id = fileId;
  const rows = {
    checkup: await openRows(scratch, checkup),
    checkup_result: await openRows(scratch, checkupResult),
    checkup_claim: await openRows(scratch, checkupClaim),
    checkup_part: await openRows(scratch, checkupPart),
    guidance: await openRows(scratch, guidance),
    guidance_result: await openRows(scratch, guidanceResult),
    guidance_support: await openRows(scratch, guidanceSupport),
    quarantine: await openRows(scratch, quarantine),
    finding: await openRows(scratch, finding),
  };
  const notice = ({ sequence }: Spot, { code, item, line, count }: Noticed) =>
    rows.finding.add({ file_id, position: sequence, line, code, item, found: count });

  const addResults = (checkup_seq: number, results: readonly CheckupResult[]) => {
    for (const [index, result] of results.entries())
      rows.checkup_result.add({
        file_id,
        checkup_seq,
        item_code: result.itemCode,
        ...valueColumns(result),
        flag: result.flag,
        position: index + 1,
      });
  };

  return {
    accept(spot, document, origin) {
      const { sequence, position } = spot;
      if (document.kind === 'claim') {
        const keys = personKeys(indexKey, document.claim.marks);
        const { claim, content } = document;
        rows.checkup_claim.add({
          file_id,
          claim_seq: sequence,
          document: position,
          ...claimColumns(claim, keys),
          content,
        });
        return;
      }
      const { header, content } = document;
      const person = personColumns(header, personKeys(indexKey, header), origin);
      const common = { file_id, document: position, ...person, content };
      if (document.kind === 'checkup') {
        rows.checkup.add({ ...common, checkup_seq: sequence, examined_on: header.day });
        addResults(sequence, document.results);
      } else {
        const own = { file_id, guidance_seq: sequence };
        const { level, examinedOn, supports } = document;
        rows.guidance.add({
          ...common,
          ...own,
          event_on: header.day,
          level_code: level,
          examined_on: examinedOn,
        });
        for (const [index, support] of supports.entries())
          rows.guidance_support.add({ ...own, support_seq: index + 1, ...supportColumns(support) });
        for (const [index, result] of document.results.entries())
          rows.guidance_result.add({
            ...own,
            section: result.section,
            support_seq: result.support,
            item_code: result.itemCode,
            ...valueColumns(result),
            day: result.day,
            position: index + 1,
          });
      }
      for (const noticed of document.noticed) notice(spot, noticed);
    },
    part(spot, { key, rest }) {
      const part = { file_id, part_seq: spot.sequence, join_key: rowKey(indexKey, key) };
      rows.checkup_part.add({
        ...part,
        is_first: rest ? 0 : 1,
        records: rest ? 1 : 0,
      });
      if (rest === undefined) return;
      addResults(spot.sequence, rest.results);
      for (const noticed of rest.noticed) notice(spot, noticed);
    },
    reject({ sequence }, { kind, reject, line, lineEnd = line, columns, yen }) {
      const bills = kind === 'claim' ? 1 : 0;
      rows.quarantine.add({
        file_id,
        position: sequence,
        line,
        line_end: lineEnd,
        reason: reject,
        columns: columns?.join(' '),
        records: 1 - bills,
        receipts: bills,
        points: 0,
        yen,
      });
    },
    notice,
    note: (finding) => rows.finding.add({ file_id, ...finding }),
    finish: () => Object.fromEntries(Object.entries(rows).map(([name, { finish }]) => [name, finish()])),
  };
}
