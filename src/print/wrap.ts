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
 * unless they are wider than a line. Nothing is left out but spaces at the ends of lines.
 */
export function wrap(text: string, width: number, points: number, weight: Weight = '400'): readonly string[] {
  const mm = (part: string) => widthInMm(part, points, weight);
  if (mm(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of unbreakable(text).flatMap((whole) =>
    mm(whole.trimEnd()) <= width ? whole : [...whole],
  )) {
    if (line !== '' && used + mm(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    const added = line === '' ? piece.trimStart() : piece;
    line += added;
    used += mm(added);
  }
  return [...lines, line.trimEnd()];
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
