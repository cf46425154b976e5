import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import { readContract } from '../ledgers/rows.ts';
import { integerOf } from '../ledgers/values.ts';
import type { Reader } from '../reader.ts';
import { emptyFile } from '../refusals.ts';
import { openClaims } from './claims.ts';

/**
 * Reads therapy claims (療養費: 柔道整復, はりきゅう, あんまマッサージ) by CSV contract. Amounts are yen: the decided cost is what the
 * patient (一部負担金) and the society (支給額) pay together; a row where it is not is set aside.
 */
export const readTherapyClaims: Reader = async (path, context) => {
  const claims = await openClaims(context);
  const { quarantined, ...read } = await readContract(
    path,
    therapyClaimContract,
    context,
    (row, position, line) => {
      if (row.decidedYen !== row.shareYen + row.paidYen) return 'amounts_differ';
      const institution = therapistKey(row.institution);
      return claims.add(
        row,
        {
          kind: row.therapy,
          identity: `therapy:${row.therapy}:${row.serviceMonth}:${institution}:${row.claimNumber}`,
          institution,
          claimed_yen: row.claimedYen ?? row.decidedYen,
          decided_yen: row.decidedYen,
          patient_share_yen: row.shareYen,
        },
        position,
        line,
      );
    },
    (text) => ({ receipts: 1, points: 0, yen: integerOf(text('decidedYen')) ?? 0 }),
  );
  if (read.records === 0) throw emptyFile(context.fileName);
  const { rows, ...months } = claims.finish();
  return { form: 'csv', ...read, ...months, rows: { ...rows, quarantine: quarantined } };
};

/**
 * The key of a place of treatment (施術所): as an institution's, prefecture first, with T where the fee table stands, so
 * that the two never meet. `00` where the number does not begin with a prefecture.
 */
export function therapistKey(number: string): string {
  const plain = number.replaceAll(/[-_]/g, '').toUpperCase();
  const hasPrefecture = /^(0[1-9]|[1-3]\d|4[0-7])./.test(plain);
  return hasPrefecture ? `${plain.slice(0, 2)}T${plain.slice(2)}` : `00T${plain}`;
}
