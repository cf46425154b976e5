import type { Kinds } from '#private/documents/kinds.ts';
import type { Part, Printer } from '#private/documents/printer.ts';

const rowsPerPart = 3;

/** A document as text: its number, then name, address and word of each row, with the names of the others. */
const tinyPrinter: Printer = async function* (header, people, tools) {
  let lines: string[] = [];
  const part = (): Part => ({
    bytes: Buffer.from(`${tools.number()} ${header.asOf}\n${lines.join('\n')}\n`),
    extension: 'pdf',
    sheets: lines.length,
  });
  for await (const addressed of people) {
    const { row, identity, others } = addressed;
    if (row['word'] === 'aside') tools.putAside(addressed, 'overflow');
    else
      lines.push([identity.name, identity.address, row['word'], ...others.map(({ name }) => name)].join(' '));
    if (lines.length === rowsPerPart) {
      yield part();
      lines = [];
    }
  }
  if (lines.length > 0) yield part();
};

/** A printer that shows everything it is given. */
const tellingPrinter: Printer = async function* (_header, people, tools) {
  const rows: unknown[] = [];
  for await (const addressed of people) rows.push(addressed);
  yield { bytes: Buffer.from(`${tools.number()} ${JSON.stringify(rows)}`), extension: 'pdf', sheets: 1 };
};

export const tinyKinds: Kinds = {
  notice: { order: 'postal', heedsConsent: true, load: async () => tinyPrinter },
  list: { order: 'drafted', heedsConsent: true, load: async () => tellingPrinter },
};
