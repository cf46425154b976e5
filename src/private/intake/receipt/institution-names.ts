import { institution } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import type { ReceiptForm } from './forms.ts';
import type { ReceiptHead } from './head.ts';
import type { ReceiptLines } from './lines.ts';
import { cp932Text, type TextCode } from './text.ts';
import { fieldFrom, fieldTo } from './values.ts';
import { institutionKey } from './write.ts';

const n = columnPositions(institution);

/** 40 characters of two bytes by the layout; a longer one is a damaged or shifted field. */
const longestName = 160;

export type InstitutionNames = {
  /** Notes the name a receipt gives its institution, where it is whole. */
  readonly see: (lines: ReceiptLines, head: ReceiptHead) => void;
  readonly write: (writer: RowWriter, fileId: number) => void;
};

/** Names of institutions (医療機関・薬局) met in one file; of several for one institution the last one stays. */
export function collectInstitutionNames(form: ReceiptForm, code: TextCode = cp932Text): InstitutionNames {
  const known = new Map<string, { name: string; month: number | undefined }>();
  return {
    see(lines, { institution: line, processingMonth: month }) {
      const key = line < 0 ? undefined : institutionKey(lines, line, form);
      if (key === undefined) return;
      const from = fieldFrom(lines, line, form.institution.name);
      const to = fieldTo(lines, line, form.institution.name);
      if (to <= from || to - from > longestName || code.isBroken(lines.buffer, from, to)) return;
      known.set(key, { name: lines.buffer.toString('latin1', from, to), month });
    },
    write(writer, fileId) {
      for (const [key, { name, month }] of known) {
        const text = code.decode(Buffer.from(name, 'latin1')).trim();
        if (text === '') continue;
        writer.number(n.file_id, fileId);
        writer.text(n.institution, key);
        writer.text(n.name, text);
        if (month !== undefined) writer.number(n.claim_month, month);
        writer.endRow();
      }
    },
  };
}
