import { checkupExclusionContract } from '#pipelines/sources/checkup-exclusion/contract.ts';
import { consentContract } from '#pipelines/sources/consent/contract.ts';
import type { CsvContract, RawTable } from '#shared/define.ts';
import { memberKey } from '../../vault/keys.ts';
import type { Reader } from '../reader.ts';
import { openRows, type RowOf } from '../rows.ts';
import { type ContractRow, readContract } from './rows.ts';
import { consentOfMember, exclusionOfMember } from './tables.ts';

/** What every list of members with something from a day to a day says of one. */
type Spell = {
  readonly memberId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly asOf: string;
};

/** Reads the consent flags (同意・配慮フラグ). */
export const readConsent = memberList(consentContract, consentOfMember, 'consent', (row) => [
  row,
  { flag: row.flag },
]);

/** Reads the list of exclusions from checkups (特定健診除外者一覧). */
export const readCheckupExclusions = memberList(
  checkupExclusionContract,
  exclusionOfMember,
  'checkup_exclusion',
  (row) => [row, { reason: row.reason }],
);

/** @param told the spell of a row and its further columns; `name` is the raw table the rows end up in */
function memberList<C extends CsvContract>(
  contract: C,
  table: RawTable,
  name: string,
  told: (row: ContractRow<C>) => readonly [Spell, RowOf<RawTable>],
): Reader {
  return async (path, context) => {
    const rows = await openRows(context.scratch, table);
    let newest: string | undefined;
    const read = await readContract(path, contract, context, (row, position) => {
      const [{ memberId, fromOn, toOn, asOf }, further] = told(row);
      if (toOn !== null && toOn < fromOn) return 'dates_out_of_order';
      if (newest === undefined || asOf > newest) newest = asOf;
      rows.add({
        file_id: context.fileId,
        row: position,
        member_key: memberKey(context.indexKey, memberId),
        ...further,
        from_on: fromOn,
        to_on: toOn,
        as_of: asOf,
      });
      return undefined;
    });
    const { quarantined, ...counted } = read;
    return {
      form: 'csv',
      ...counted,
      ...(newest === undefined ? {} : { asOf: newest }),
      rows: { [name]: rows.finish(), quarantine: quarantined },
    };
  };
}
