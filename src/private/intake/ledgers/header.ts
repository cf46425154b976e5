import type { CsvContract } from '#shared/define.ts';
import { decodeHead, splitFields } from '../csv.ts';
import { headerMismatch } from '../refusals.ts';

/**
 * Recognises the files of a contract by their first line, which must name most of its columns. Contracts `among` which it
 * is share columns: a file is of the one whose columns it has most of.
 */
export function byHeader(
  contract: CsvContract,
  among: readonly CsvContract[] = [],
): (head: Uint8Array) => 'csv' | undefined {
  return (head) => {
    const share = headerShare(head, contract);
    return share > 0.5 && among.every((other) => headerShare(head, other) <= share) ? 'csv' : undefined;
  };
}

/** The share of the columns of a contract (0–1) that the first line of a file names. */
function headerShare(head: Uint8Array, contract: CsvContract): number {
  const [first = ''] = decodeHead(head).split(/\r?\n/, 1);
  const found = new Set(splitFields(first).map(headerName));
  const wanted = Object.values(contract.columns);
  return wanted.filter(({ header }) => found.has(header)).length / wanted.length;
}

function headerName(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .trim();
}

/**
 * Position in the file of each column of the contract.
 * @throws {UserError} INTAKE_CONTRACT naming the missing columns; unknown and repeated ones by position only
 */
export function columnPlaces(header: readonly string[], contract: CsvContract, fileName: string): number[] {
  const names = header.map(headerName);
  const wanted = Object.values(contract.columns).map((column) => column.header.normalize('NFKC'));
  const missing = wanted.filter((name) => !names.includes(name));
  const unknown = names.flatMap((name, index) =>
    wanted.includes(name) && names.indexOf(name) === index ? [] : [index + 1],
  );
  if (missing.length > 0 || unknown.length > 0)
    throw headerMismatch(fileName, contract.title, missing, unknown);
  return wanted.map((name) => names.indexOf(name));
}
