/** A character that is written as the lone lead byte 0x83: how free text is broken in real files. */
export const brokenByte = '\uF8F0';

const codes = encodingTable();

/** Every character of Windows-31J with its one or two bytes, built from the platform's decoder. */
function encodingTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0xfc; lead >= 0x81; lead--) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD') table[text.charCodeAt(0)] = (lead << 8) | trail;
    }
  }
  for (let byte = 0xa1; byte <= 0xdf; byte++) {
    table[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte;
  }
  for (let byte = 0; byte < 0x80; byte++) table[byte] = byte;
  table[brokenByte.charCodeAt(0)] = 0x83;
  return table;
}

/** Encodes `text` into `target` from `offset` (room for two bytes a character is required); returns the end. */
export function encodeCp932Into(text: string, target: Uint8Array, offset: number): number {
  let at = offset;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const code = unit < 0x80 ? unit : codes[unit]!;
    if (code > 0xff) {
      target[at++] = code >> 8;
      target[at++] = code & 0xff;
    } else {
      if (code === 0 && unit !== 0) throw new Error(`no cp932 code for U+${unit.toString(16)}`);
      target[at++] = code;
    }
  }
  return at;
}

/** Text as cp932 (Windows-31J) bytes. */
export function encodeCp932(text: string): Uint8Array {
  const target = new Uint8Array(text.length * 2);
  return target.subarray(0, encodeCp932Into(text, target, 0));
}
