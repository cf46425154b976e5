import { checkup, checkupResult } from '#pipelines/sources/checkup/tables.ts';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { personKeys } from '../../vault/keys.ts';
import type { ReaderContext } from '../reader.ts';
import { openRows } from '../rows.ts';
import { ageOnDay } from './age.ts';
import type { PersonDocument } from './person.ts';
import type { ArchiveFinding } from './tally.ts';

export type RejectedDocument = Extract<PersonDocument, { reject: unknown }>;
export type AcceptedDocument = Extract<PersonDocument, { header: unknown }>;

/** Where the reader puts what it read; `sequence` counts the person documents of the archive from 1. */
export type CheckupSink = {
  readonly accept: (sequence: number, position: number, document: AcceptedDocument) => void;
  readonly reject: (sequence: number, document: RejectedDocument) => void;
  readonly note: (finding: ArchiveFinding) => void;
  /** Rows written per table. */
  readonly finish: () => Record<string, number>;
};

/** Opens the tables of the scratch file. Names, symbols and numbers end here: only keys of them are written. */
export async function openSink({ fileId, indexKey, scratch }: ReaderContext): Promise<CheckupSink> {
  const checkups = await openRows(scratch, checkup);
  const results = await openRows(scratch, checkupResult);
  const quarantined = await openRows(scratch, quarantine);
  const findings = await openRows(scratch, finding);

  return {
    accept(sequence, position, { header, results: items, findings: noticed }) {
      const keys = personKeys(indexKey, header);
      checkups.add({
        file_id: fileId,
        checkup_seq: sequence,
        document: position,
        key_branch: keys.branch,
        key_name: keys.name,
        key_base: keys.base,
        sex: header.sex,
        examined_on: header.examinedOn,
        age_on_day: ageOnDay(header.birthDate, header.examinedOn),
        institution: header.institution,
        program: header.program,
        insurer_number: header.insurer,
        records: 1,
      });
      for (const [index, item] of items.entries()) {
        results.add({
          file_id: fileId,
          checkup_seq: sequence,
          item_code: item.itemCode,
          state: item.state,
          number: item.number,
          choice: item.choice,
          choice_system: item.choiceSystem,
          text: item.text,
          unit: item.unit,
          flag: item.flag,
          position: index + 1,
        });
      }
      for (const [code, { line, count }] of noticed) {
        findings.add({ file_id: fileId, position: sequence, line, code, found: count });
      }
    },
    reject(sequence, { reject, line }) {
      const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
      quarantined.add({
        file_id: fileId,
        position: sequence,
        line,
        line_end: line,
        reason: reject,
        ...amounts,
      });
    },
    note({ code, expected, found }) {
      findings.add({ file_id: fileId, code, expected, found });
    },
    finish: () => ({
      checkup: checkups.finish(),
      checkup_result: results.finish(),
      quarantine: quarantined.finish(),
      finding: findings.finish(),
    }),
  };
}
