import { eligibilityContract } from '#pipelines/sources/eligibility/contract.ts';
import { memberKey } from '../../vault/keys.ts';
import { ageMonth } from '../dates.ts';
import type { Reader } from '../reader.ts';
import { emptyFile } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { keysOfRow } from './person.ts';
import { type ContractRow, readContract } from './rows.ts';
import { identity, identityKey, spanOfMember } from './tables.ts';

type Row = ContractRow<typeof eligibilityContract>;

/**
 * Reads the eligibility ledger: spans with member keys instead of ids, the sealed identity of each person and all
 * keys by which receipts may name them. Names, numbers and dates of birth end here.
 */
export const readEligibility: Reader = async (path, context) => {
  const { fileId, indexKey, insurerNumber, scratch, sealIdentity } = context;
  const spans = await openRows(scratch, spanOfMember);
  const identities = await openRows(scratch, identity);
  const keys = await openRows(scratch, identityKey);
  const newest = new Map<string, string>();
  let asOf: string | undefined;

  const addKeys = (row: Row, member: string) => {
    const marks = keysOfRow(indexKey, insurerNumber, row);
    for (const key of [marks.base, marks.branch, marks.name]) {
      if (key !== null) keys.add({ member_key: member, key });
    }
  };

  const { records, quarantined, notes } = await readContract(
    path,
    eligibilityContract,
    context,
    (row, position) => {
      asOf ??= row.asOf;
      if (row.asOf !== asOf) return 'as_of_differs';
      if (row.birthDate > row.asOf || (row.lostOn !== null && row.lostOn < row.gainedOn))
        return 'dates_out_of_order';
      const member = memberKey(indexKey, row.memberId);
      addKeys(row, member);
      if ((newest.get(member) ?? '') <= row.gainedOn) {
        newest.set(member, row.gainedOn);
        identities.add({
          member_key: member,
          row: position,
          sealed: sealIdentity(identityOf(row)).toString('base64'),
        });
      }
      spans.add({
        file_id: fileId,
        row: position,
        member_key: member,
        household_key: memberKey(indexKey, row.insuredMemberId),
        relation: row.relation,
        sex: row.sex,
        age_month: ageMonth(row.birthDate),
        employer_code: row.employerCode,
        gained_on: row.gainedOn,
        lost_on: row.lostOn,
        loss_reason: row.lossReason,
      });
      return undefined;
    },
  );
  identities.finish();
  keys.finish();
  if (records === 0) throw emptyFile(context.fileName);
  return {
    form: 'csv',
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    ...(asOf === undefined ? {} : { asOf }),
    rows: { eligibility: spans.finish(), quarantine: quarantined },
    notes,
  };
};

/** What a letter needs, of the newest span; only the vault's private key opens it. */
function identityOf(row: Row): string {
  const { memberId, symbol, number, branch, name, kana, birthDate, postalCode, address } = row;
  return JSON.stringify({ memberId, symbol, number, branch, name, kana, birthDate, postalCode, address });
}
