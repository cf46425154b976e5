import { type PersonKeys, personKeys } from '../../vault/keys.ts';

/** Who a row of a CSV contract is about: the columns every contract with persons has. */
export type PersonOfRow = {
  readonly symbol: string | null;
  readonly number: string;
  readonly branch: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: string;
  readonly kana: string | null;
};

/** The keys of the person of a row, made as those of a receipt are, so that the same person has the same keys. */
export function keysOfRow(indexKey: Buffer, insurerNumber: string, row: PersonOfRow): PersonKeys {
  return personKeys(indexKey, {
    insurer: insurerNumber,
    symbol: row.symbol ?? '',
    number: row.number,
    birthDate: row.birthDate,
    sex: row.sex === '1' ? '1' : '2',
    ...(row.branch === null ? {} : { branch: row.branch }),
    ...(row.kana === null ? {} : { kana: row.kana }),
  });
}
