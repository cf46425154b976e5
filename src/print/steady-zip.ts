const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** 1980-01-01 00:00, the first moment the format knows, as DOS date and time. */
const firstMoment = 0x0021_0000;

/**
 * Sets the time of every member of a ZIP file to the first moment the format knows: a workbook then tells nothing of
 * when it was written, and the same content gives the same bytes. Changes the bytes in place and returns them.
 */
export function steadyZip(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < 0) throw new Error('not a ZIP file');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(entry + 42, true);
    if (view.getUint32(entry, true) !== directoryEntry || view.getUint32(local, true) !== localHeader)
      throw new Error('not a plain ZIP file');
    view.setUint32(entry + 12, firstMoment, true);
    view.setUint32(local + 10, firstMoment, true);
    const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + name! + extra! + comment!;
  }
  return bytes;
}
