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
