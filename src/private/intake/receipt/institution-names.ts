import { institution } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import type { ReceiptHead } from './head.ts';
import type { ReceiptLines } from './lines.ts';
import type { TextCode } from './text.ts';
import { fieldFrom, fieldTo } from './values.ts';

const n = columnPositions(institution);

/** 40 characters of two bytes by the layout; a longer one is a damaged or shifted field. */
const longestName = 160;

/** Names by institution, with the claim month of the receipt that gave them. */
export type KnownInstitutions = ReadonlyMap<
  string,
  { readonly name: string; readonly month: number | undefined }
>;
export type InstitutionNames = {
  /** Notes the name a receipt gives its institution, where it is whole. */
  readonly see: (lines: ReceiptLines, head: ReceiptHead, code: TextCode) => void;
  readonly known: () => KnownInstitutions;
};

/** Names of institutions (医療機関・薬局) met in one file; of several for one institution the last one stays. */
export function collectInstitutionNames(): InstitutionNames {
  const known = new Map<string, { name: string; code: TextCode; month: number | undefined }>();
  return {
    see(lines, { institution: key, nameLine: line, namePosition: position, processingMonth: month }, code) {
      if (key === undefined || line < 0) return;
      const from = fieldFrom(lines, line, position);
      const to = fieldTo(lines, line, position);
      if (to <= from || to - from > longestName || code.isBroken(lines.buffer, from, to)) return;
      known.set(key, { name: lines.buffer.toString('latin1', from, to), code, month });
    },
    known: () =>
      new Map(
        [...known].map(([key, { name, code, month }]) => [
          key,
          { name: code.decode(Buffer.from(name, 'latin1')).trim(), month },
        ]),
      ),
  };
}

export function writeInstitutions(writer: RowWriter, fileId: number, known: KnownInstitutions): void {
  for (const [key, { name, month }] of known) {
    if (name === '') continue;
    writer.number(n.file_id, fileId);
    writer.text(n.institution, key);
    writer.text(n.name, name);
    if (month !== undefined) writer.number(n.claim_month, month);
    writer.endRow();
  }
}
