import type { Weight } from '#shared/fonts/files.ts';
import { widthInEm } from '#shared/fonts/ruler.ts';

/** Millimetres of one point (DTP). */
export const mmPerPoint = 25.4 / 72;

/** Must not begin a line (行頭禁則). */
const noStart =
  /^[、。，．・：；？！）」』】〕〉》”’ー〜々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ゛゜)\]},.:;!?%％]/u;
/** Must not end a line (行末禁則). */
const noEnd = /[（「『【〔〈《“‘〒([{]$/u;
/** Stays in one piece: digits with their signs, Latin words. */
const pieces = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ.,\-−－+/#'&]+|\s+|./gsu;

/** Width of a line in mm at a size in points. */
export function widthInMm(text: string, points: number, weight: Weight = '400'): number {
  return widthInEm(text, weight) * points * mmPerPoint;
}

/**
 * Breaks a text into lines no wider than `width` mm where Japanese may be broken; digits and Latin words stay whole
 * unless they are wider than a line. A break falls on a space (family and given name) where that costs no line. Blanks a
 * text begins with indent all its lines. Nothing is left out but spaces at the ends of lines.
 */
export function wrap(text: string, width: number, points: number, weight: Weight = '400'): readonly string[] {
  const mm = (part: string) => widthInMm(part, points, weight);
  if (mm(text) <= width) return [text];
  const blank = /^\s*/u.exec(text)?.[0] ?? '';
  const indent = mm(blank) < width / 4 ? blank : '';
  const room = width - mm(indent);
  const parts = unbreakable(text.trimStart()).flatMap((whole) =>
    mm(whole.trimEnd()) <= room ? whole : [...whole],
  );
  const full = linesOf(parts, room, mm, () => '');
  const even = linesOf(parts, room, mm, (line) => wordAtEnd(line, room / 2, mm));
  return (even.length > full.length ? full : even).map((line) => indent + line);
}

/** Fills line after line; of a full one `carried` goes down to the next. */
function linesOf(
  parts: readonly string[],
  width: number,
  mm: (part: string) => number,
  carried: (line: string) => string,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const part of parts) {
    if (line !== '' && used + mm(part.trimEnd()) > width) {
      const word = carried(line);
      const next = mm(word + part.trimEnd()) <= width ? word : '';
      lines.push(line.slice(0, line.length - next.length).trimEnd());
      line = next;
      used = mm(next);
    }
    const added = line === '' ? part.trimStart() : part;
    line += added;
    used += mm(added);
  }
  return [...lines, line.trimEnd()];
}

/** What follows the last space of a line, where it is at most `width` mm wide and may begin a line. */
function wordAtEnd(line: string, width: number, mm: (part: string) => number): string {
  const word = /(?<=\S\s+)\S+$/u.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - word.length).trimEnd();
  return mm(word) > width || noStart.test(word) || noEnd.test(before) ? '' : word;
}

/** Pieces between two places where a line may end. */
function unbreakable(text: string): readonly string[] {
  const found: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const last = found.at(-1);
    if (last !== undefined && (noStart.test(piece) || noEnd.test(last) || /^\s/.test(piece)))
      found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}
