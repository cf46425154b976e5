/** The society of these tests; the number is invented. */
export const ourInsurer = '06999991';

let codes: Map<string, number> | undefined;

/** cp932 bytes of a text; the table is made from the decoder. */
export function cp932(text: string): Buffer {
  codes ??= encoderTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : codes.get(character);
    if (code === undefined) throw new Error('a test text is not cp932');
    if (code > 255) bytes.push(code >> 8, code & 255);
    else bytes.push(code);
  }
  return Buffer.from(bytes);
}

function encoderTable(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) {
      table.set(decoder.decode(Uint8Array.of(lead)), lead);
      continue;
    }
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, (lead << 8) | trail);
    }
  }
  for (let kana = 0xa0; kana <= 0xdf; kana++) {
    const text = decoder.decode(Uint8Array.of(kana));
    if (text !== '\ufffd') table.set(text, kana);
  }
  return table;
}

/** A record by positions: `record('HO', {2: '06999991', 6: 300}, 15)`; every comma up to the last position is written. */
export function record(id: string, fields: Record<number, string | number> = {}, positions = 0): string {
  const last = Math.max(positions, 1, ...Object.keys(fields).map(Number));
  return Array.from({ length: last }, (_, index) =>
    index === 0 ? id : String(fields[index + 1] ?? ''),
  ).join(',');
}
