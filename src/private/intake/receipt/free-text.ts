import type { ReceiptForm } from './form.ts';
import type { ReceiptLines } from './lines.ts';
import { cp932Text, type TextCode } from './text.ts';
import { fieldFrom, fieldTo } from './values.ts';

/** An Individual Number has twelve digits: shorter fields cannot hold one. */
const shortest = 12;

/** `freeText` and `identifier` are asked for fields long enough to hold one; `name` is the official name of a column. */
export type FieldWatch = {
  readonly freeText: (bytes: Uint8Array, from: number, to: number, line: number) => void;
  readonly identifier: (name: string, value: string, line: number) => void;
  /** Asked for every free text with a broken character. */
  readonly broken: (line: number) => void;
};

/** Shows all text a person wrote and all identifiers in the lines of a receipt to the watch, also of lines not loaded. */
export function watchFields(
  lines: ReceiptLines,
  form: ReceiptForm,
  watch: FieldWatch,
  text: TextCode = cp932Text,
): void {
  for (let line = 0; line < lines.count; line++) {
    const id = lines.id[line]!;
    const free = form.freeText[id];
    if (free) {
      for (const position of free) {
        const from = fieldFrom(lines, line, position);
        const to = fieldTo(lines, line, position);
        if (to <= from) continue;
        if (text.isBroken(lines.buffer, from, to)) watch.broken(lines.line[line]!);
        if (to - from >= shortest) watch.freeText(lines.buffer, from, to, lines.line[line]!);
      }
    }
    const identifiers = form.identifiers[id];
    if (identifiers) {
      for (const [position, name] of identifiers) {
        const from = fieldFrom(lines, line, position);
        const to = fieldTo(lines, line, position);
        if (to - from < shortest) continue;
        watch.identifier(name, text.decode(lines.buffer.subarray(from, to)), lines.line[line]!);
      }
    }
  }
}
