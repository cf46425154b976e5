import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { steadyZip } from '#print/steady-zip.ts';

test('every member of a workbook gets the same first moment, and nothing else changes', async () => {
  const written = await writeWorkbook([{ sheet: '2026-00001', data: [[{ value: 'a' }]] }]).toBuffer();
  const before = Uint8Array.from(written);
  const after = steadyZip(Uint8Array.from(written));
  expect(times(after).length).toBe(times(before).length);
  expect(times(after).length).toBeGreaterThan(10);
  expect(new Set(times(after))).toEqual(new Set([0x0021_0000]));
  expect(new Set(times(before))).not.toEqual(new Set([0x0021_0000]));
  const changed = after.filter((byte, index) => byte !== before[index]).length;
  expect(changed).toBeLessThanOrEqual(times(after).length * 4);
});

test('what is no ZIP file is not touched', () => {
  expect(() => steadyZip(new Uint8Array(100))).toThrow('not a ZIP file');
});

/** Time and date of every member, as its local header and the directory tell them. */
function times(bytes: Uint8Array): readonly number[] {
  const buffer = Buffer.from(bytes);
  const found: number[] = [];
  for (let at = 0; at < buffer.length - 4; at++) {
    const mark = buffer.readUInt32LE(at);
    if (mark === 0x04034b50) found.push(buffer.readUInt32LE(at + 10));
    if (mark === 0x02014b50) found.push(buffer.readUInt32LE(at + 12));
  }
  return found;
}
