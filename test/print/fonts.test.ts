import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingGlyphs } from '../../src/print/fonts.ts';
import { fontFolder } from '../../src/shared/fonts/files.ts';

test('names with rare characters can be printed', () => {
  expect(missingGlyphs('髙﨑邉𠮷㈱①Ⅲ 見本　太郎ｱｲｳ')).toEqual([]);
});

test('private characters, variation selectors, control characters and pictures are reported, each once', () => {
  expect(missingGlyphs('見\ue000本\ue000')).toEqual(['\ue000']);
  expect(missingGlyphs('邉\u{e0100}')).toEqual(['\u{e0100}']);
  expect(missingGlyphs('a\u0001\n')).toEqual(['\u0001', '\n']);
  expect(missingGlyphs('👨')).toEqual(['👨']);
});

test('both font packages bring their Open Font License', () => {
  for (const family of ['biz-udpgothic', 'noto-sans-jp'] as const)
    expect(readFileSync(join(fontFolder(family), 'LICENSE_FONT'), 'utf8')).toContain('SIL Open Font License');
});
