import { readFileSync } from 'node:fs';
import subset from 'subset-font';
import { expect, test } from 'vitest';
import { fontSlices, rangesOf } from '../../src/public/fonts/slices.ts';
import { evenDigits } from '../../src/shared/fonts/even-digits.ts';
import { fontFile, weights } from '../../src/shared/fonts/files.ts';
import { advanceOf, glyphOf, readTables, tableOf } from '../../src/shared/fonts/sfnt.ts';

const measure = (font: Buffer, character: string) => {
  const tables = readTables(font);
  const glyph = glyphOf(tableOf(tables, 'cmap'), character.charCodeAt(0)) ?? -1;
  const loca = tableOf(tables, 'loca');
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const at = isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const glyf = tableOf(tables, 'glyf');
  return {
    advance: advanceOf(tables, glyph),
    left: glyf.readInt16BE(at + 2),
    right: glyf.readInt16BE(at + 6),
  };
};

test.each(weights)('weight %s: 1 becomes as wide as the others and stands in the middle', async (weight) => {
  const digits = '0123456789';
  const plain = await subset(readFileSync(fontFile(weight)), digits, {
    targetFormat: 'sfnt',
    noHinting: true,
  });
  expect(measure(plain, '1').advance).toBeLessThan(measure(plain, '0').advance);
  const even = evenDigits(plain, 'KL Num');
  const width = measure(even, '0').advance;
  for (const digit of digits) expect(measure(even, digit).advance).toBe(width);
  const before = measure(plain, '1');
  const after = measure(even, '1');
  expect(after.right - after.left).toBe(before.right - before.left);
  expect(after.left - before.left).toBe(Math.round((width - before.advance) / 2));
  for (const digit of '023456789') expect(measure(even, digit)).toEqual(measure(plain, digit));
});

test('the packer takes the changed font, and a page gets slices as WOFF2', async () => {
  const made = await fontSlices('医療費').made();
  for (const weight of weights)
    for (const font of Object.values(made[weight])) {
      expect(Buffer.from(font).subarray(0, 4).toString()).toBe('wOF2');
      expect(font.byteLength).toBeGreaterThan(500);
    }
});

test('ranges name exactly the characters', () => {
  expect(rangesOf(['a', 'b', 'c', 'x', '医'])).toBe('U+61-63,U+78,U+533b');
});
