/** The canaries that stand in some bytes: as UTF-8, Shift_JIS, UTF-16, percent-encoded, or in full-width digits. */
export function findCanaries(bytes: Uint8Array, canaries: readonly string[]): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const readings = [
    buffer.toString('utf8'),
    new TextDecoder('shift_jis').decode(buffer),
    buffer.toString('utf16le'),
  ].map((text) => text.normalize('NFKC'));
  return canaries.filter((canary) => {
    const plain = canary.normalize('NFKC');
    const encoded = encodeURIComponent(canary);
    return readings.some((text) => text.includes(plain) || text.includes(encoded));
  });
}
