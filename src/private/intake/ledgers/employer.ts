import { employerContract } from '#pipelines/sources/employer/contract.ts';
import { employer } from '#pipelines/sources/employer/tables.ts';
import type { Reader } from '../reader.ts';
import { emptyFile } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { readContract } from './rows.ts';

/** Reads the employer list (事業所一覧). */
export const readEmployers: Reader = async (path, context) => {
  const employers = await openRows(context.scratch, employer);
  let asOf: string | undefined;
  const { records, quarantined, notes } = await readContract(
    path,
    employerContract,
    context,
    (row, position) => {
      if (row.closedOn !== null && row.closedOn < row.openedOn) return 'dates_out_of_order';
      if (asOf === undefined || row.asOf > asOf) asOf = row.asOf;
      employers.add({
        file_id: context.fileId,
        row: position,
        employer_code: row.employerCode,
        name: row.name,
        industry: row.industry,
        prefecture: row.prefecture,
        group_code: row.groupCode,
        opened_on: row.openedOn,
        closed_on: row.closedOn,
      });
      return undefined;
    },
  );
  if (records === 0) throw emptyFile(context.fileName);
  return {
    form: 'csv',
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    ...(asOf === undefined ? {} : { asOf }),
    rows: { employer: employers.finish(), quarantine: quarantined },
    notes,
  };
};
