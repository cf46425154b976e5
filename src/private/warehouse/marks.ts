import { markValues } from '#shared/define.ts';

const places = new Map(markValues.map((value, place) => [value, place]));
const exclamation = 0x21;
const [singles, pairs] = [places.get('00')!, places.get('AA')!];

/** The place of the mark in the bytes `from`..`to` among all marks; −1 where they are none. */
export function markAt(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]!;
  if (to - from === 1)
    return first >= exclamation && first < exclamation + singles ? first - exclamation : -1;
  if (to - from !== 2) return -1;
  const second = bytes[from + 1]!;
  if (isBetween(first, 0x30, 0x39) && isBetween(second, 0x30, 0x39))
    return singles + (first - 0x30) * 10 + second - 0x30;
  if (isBetween(first, 0x41, 0x5a) && isBetween(second, 0x41, 0x5a))
    return pairs + (first - 0x41) * 26 + second - 0x41;
  return -1;
}

/** The same for a mark that the program itself has written. */
export function markOf(bytes: Uint8Array): number {
  const place = markAt(bytes, 0, bytes.length);
  if (place < 0) throw new Error('this text is no mark');
  return place;
}

function isBetween(byte: number, least: number, most: number): boolean {
  return byte >= least && byte <= most;
}
