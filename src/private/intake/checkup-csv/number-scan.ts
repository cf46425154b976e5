import { createMyNumberScan, type MyNumberScan } from '../my-number.ts';
import { type Columns, plainNameOf } from './columns.ts';
import { listedItem } from './items.ts';

/**
 * Looks for Individual Numbers (個人番号) in every cell: in texts one refuses the file, in other columns three; columns
 * the mapping declares to hold other numbers (記号, 番号, what it passes over) are only counted, unless most are hits.
 * @throws {UserError} INTAKE_MY_NUMBER (from the function returned)
 */
export function numberScan(fileName: string, columns: Columns) {
  const { layout, place, passed, heading, items } = columns;
  const { symbol, number, symbol_number, insurer, institution } = layout.person;
  const harmlessAt = new Set([
    ...passed,
    ...[symbol, number, symbol_number, insurer, institution, layout.sheet, ...layout.join].flatMap(
      (name) => place(name) ?? [],
    ),
  ]);
  const texts = new Set(
    items.flatMap(({ at, column: { code } }) =>
      typeof code === 'string' && listedItem(code)?.type === 'ST' ? at : [],
    ),
  );
  const label = (at: number) => `${plainNameOf(heading.names[at] ?? []) ?? ''}（${at + 1}列目）`;
  const scan = createMyNumberScan(
    fileName,
    heading.names.flatMap((_, at) => (harmlessAt.has(at) ? label(at) : [])),
  );
  return {
    row(fields: readonly string[], line: number): void {
      fields.forEach((value, at) => {
        if (value.length < 12) return;
        if (texts.has(at) || at >= heading.names.length) scan.text(value, line);
        else scan.column(label(at), value, line);
      });
    },
    hits: (): MyNumberScan['harmlessHits'] => scan.harmlessHits,
  };
}
