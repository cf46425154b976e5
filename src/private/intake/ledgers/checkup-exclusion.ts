import { checkupExclusionContract } from '#pipelines/sources/checkup-exclusion/contract.ts';
import { memberKey } from '../../vault/keys.ts';
import type { Reader } from '../reader.ts';
import { openRows } from '../rows.ts';
import { readContract } from './rows.ts';
import { exclusionOfMember } from './tables.ts';

/** Reads the list of exclusions from checkups (特定健診除外者一覧). */
export const readCheckupExclusions: Reader = async (path, context) => {
  const exclusions = await openRows(context.scratch, exclusionOfMember);
  let asOf: string | undefined;
  const { records, quarantined, notes } = await readContract(
    path,
    checkupExclusionContract,
    context,
    (row, position) => {
      if (row.toOn !== null && row.toOn < row.fromOn) return 'dates_out_of_order';
      if (asOf === undefined || row.asOf > asOf) asOf = row.asOf;
      exclusions.add({
        file_id: context.fileId,
        row: position,
        member_key: memberKey(context.indexKey, row.memberId),
        reason: row.reason,
        from_on: row.fromOn,
        to_on: row.toOn,
        as_of: row.asOf,
      });
      return undefined;
    },
  );
  return {
    form: 'csv',
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    ...(asOf === undefined ? {} : { asOf }),
    rows: { checkup_exclusion: exclusions.finish(), quarantine: quarantined },
    notes,
  };
};
