import { isAscii, isUtf8 } from 'node:buffer';

/** How a receipt writes its text. */
export type TextCode = {
  readonly decode: (bytes: Uint8Array) => string;
  /** Whether the bytes `from`..`to` hold something that is no character. */
  readonly isBroken: (bytes: Uint8Array, from: number, to: number) => boolean;
};

const decoder = new TextDecoder('shift_jis');

/** ICU's Shift_JIS swaps three control bytes; this undoes it (0x1A, 0x1C, 0x7F stand for themselves). */
const swapped: Readonly<Record<string, string>> = {
  '\u001c': '\u001a',
  '\u007f': '\u001c',
  '\u001a': '\u007f',
};

/** Text of cp932 (Windows-31J) bytes; a broken pair becomes U+FFFD and the byte after it stays. */
export function decodeCp932(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these three are what the decoder swaps
  return text.replace(/[\u001a\u001c\u007f]/g, (character) => swapped[character]!);
}

/**
 * Whether the bytes `from`..`to` hold a broken pair: a lead byte (0x81–0x9F, 0xE0–0xFC) without a trail byte
 * (0x40–0x7E, 0x80–0xFC), or a byte that no character has (0x80, 0xA0, 0xFD–0xFF).
 */
export function isBrokenCp932(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) continue;
    if (byte === 0x80 || byte === 0xa0 || byte > 0xfc) return true;
    const trail = at + 1 < to ? bytes[at + 1]! : 0;
    if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return true;
    at++;
  }
  return false;
}

export const cp932Text: TextCode = { decode: decodeCp932, isBroken: isBrokenCp932 };

const utf8 = new TextDecoder('utf-8');

/** Receipts converted to UTF-8 on their way. */
export const utf8Text: TextCode = {
  decode: (bytes) => utf8.decode(bytes),
  isBroken: (bytes, from, to) => !isUtf8(bytes.subarray(from, to)),
};

/** How one receipt after another writes its text, by its bytes: valid UTF-8 that is not plain ASCII, else cp932. */
export type ChooseText = (bytes: Uint8Array) => TextCode | undefined;

/**
 * `undefined` for plain ASCII, which both are. A receipt with damaged bytes, the first one or behind ones in UTF-8, is taken
 * for UTF-8 too where it is mostly that; behind ones in cp932 nobody asks.
 */
export function createTextChoice(): ChooseText {
  let before: TextCode | undefined;
  return (bytes) => {
    if (isUtf8(bytes)) {
      if (isAscii(bytes)) return undefined;
      before = utf8Text;
    } else before = before !== cp932Text && isMostlyUtf8(bytes) ? utf8Text : cp932Text;
    return before;
  };
}

/** Fewer than one broken character in ten others beyond ASCII. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [broken, others] = [0, 0];
  for (const character of utf8.decode(bytes)) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') others++;
  }
  return broken * 10 < others;
}
