import { consentContract } from '#pipelines/sources/consent/contract.ts';
import { memberKey } from '../../vault/keys.ts';
import type { Reader } from '../reader.ts';
import { openRows } from '../rows.ts';
import { readContract } from './rows.ts';
import { consentOfMember } from './tables.ts';

/** Reads the consent flags (同意・配慮フラグ). */
export const readConsent: Reader = async (path, context) => {
  const flags = await openRows(context.scratch, consentOfMember);
  let asOf: string | undefined;
  const { records, quarantined, notes } = await readContract(
    path,
    consentContract,
    context,
    (row, position) => {
      if (row.toOn !== null && row.toOn < row.fromOn) return 'dates_out_of_order';
      if (asOf === undefined || row.asOf > asOf) asOf = row.asOf;
      flags.add({
        file_id: context.fileId,
        row: position,
        member_key: memberKey(context.indexKey, row.memberId),
        flag: row.flag,
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
    rows: { consent: flags.finish(), quarantine: quarantined },
    notes,
  };
};
