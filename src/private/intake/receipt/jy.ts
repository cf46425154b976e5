import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import { recordId } from './identifiers.ts';
import type { ReceiptLines } from './lines.ts';
import { integerAt } from './values.ts';

const fields = commonRecords.JY.fields;

/** 補正区分 */
export const add = 1;
export const replace = 2;
export const remove = 3;

/** 行番号 and 枝番号 of a row. */
export type RowKey = { readonly number: number | undefined; readonly branch: number };

/** A correction (JY): what is done to which row, and the row that is put in (an empty 枝番号 is 0). */
export type Jy = { readonly action: number | undefined; readonly target: RowKey; readonly put: RowKey };

export function readJy(lines: ReceiptLines, line: number): Jy {
  const at = (position: number) => integerAt(lines, line, position);
  return {
    action: at(fields.action[0]),
    target: { number: at(fields.targetLine[0]), branch: at(fields.targetBranch[0]) ?? 0 },
    put: { number: at(fields.newLine[0]), branch: at(fields.newBranch[0]) ?? 0 },
  };
}

/** Records that make up the claim; the review body's own version of one counts only through a JY. */
export const claimRecords = identifierSet(
  'IR UK YK HM RE HO KO GR SY SI IY TO CO SJ TI TR TS BU SB KK SK GA HH GT CD HS SS SH CZ KI TK ST KA',
);

/** Records a correction may be about: also those of which the review body's own version counts by itself. */
const correctable = new Set([...claimRecords, ...identifierSet('SN JD MF')]);

/** Whether `line` is the row of a key. */
export function hasKey(lines: ReceiptLines, line: number, { number, branch }: RowKey): boolean {
  return correctable.has(lines.id[line]!) && lines.number[line] === number && lines.branch[line] === branch;
}

export function identifierSet(names: string): ReadonlySet<number> {
  return new Set(names.split(' ').map(recordId));
}
