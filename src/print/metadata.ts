/** Where the typesetter writes its own name: in the Info dictionary and in the XMP packet, both plain text. */
const names = [/\/Creator \([^)]*\)/g, /<xmp:CreatorTool>[^<]*<\/xmp:CreatorTool>/g];

/** Blanks the program's name in a PDF, byte for byte, so that its metadata says the document number and nothing else. */
export function withoutProgramName(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  for (const name of names)
    for (const { 0: found, index } of text.matchAll(name)) bytes.fill(' ', index, index + found.length);
  return bytes;
}
