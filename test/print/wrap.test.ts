import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthInMm, wrap } from '../../src/print/wrap.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');
const words = fc.array(
  fc.constantFrom('医', 'カ', 'ャ', '。', '（', '）', '1', '23', '-', 'a', 'Word', ' ', '　', '、', '髙'),
  { maxLength: 60 },
);

describe('wrap', () => {
  test('loses nothing and keeps every line inside the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 90 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrap(text, width, 11.5);
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
        for (const line of lines) expect(widthInMm(line, 11.5)).toBeLessThanOrEqual(width + 1e-9);
      }),
    );
  });

  test('a text as wide as the line stays whole, a hair less breaks it', () => {
    const text = '医療機関など';
    const width = widthInMm(text, 12);
    expect(wrap(text, width, 12)).toEqual([text]);
    expect(wrap(text, width - 0.01, 12)).toEqual(['医療機関な', 'ど']);
  });

  test('punctuation and small kana never begin a line, an opening bracket never ends one', () => {
    const two = widthInMm('医療', 12);
    expect(wrap('医療。薬', two, 12)).toEqual(['医', '療。', '薬']);
    expect(wrap('医キャ', widthInMm('医キ', 12), 12)).toEqual(['医', 'キャ']);
    expect(wrap('医（薬', widthInMm('医（', 12), 12)).toEqual(['医', '（薬']);
  });

  test('a name is broken at its space, unless that costs a line', () => {
    expect(wrap('仮名沢 三郎', widthInMm('仮名沢 三', 12), 12)).toEqual(['仮名沢', '三郎']);
    expect(wrap('仮名 三郎四郎五郎', widthInMm('仮名 三郎', 12), 12)).toEqual(['仮名 三郎', '四郎五郎']);
  });

  test('a text that begins with blanks keeps them on every line', () => {
    expect(wrap('　→ 架空錠架空錠', widthInMm('　→ 架空錠', 12), 12)).toEqual(['　→ 架空錠', '　架空錠']);
  });

  test('digits and words stay whole unless they are wider than a line', () => {
    expect(wrap('見本町12-345', widthInMm('見本町12', 11), 11)).toEqual(['見本町', '12-345']);
    const long = wrap('ABCDEFGHIJKLMNOP', 12, 11);
    expect(long.join('')).toBe('ABCDEFGHIJKLMNOP');
    for (const line of long) expect(widthInMm(line, 11)).toBeLessThanOrEqual(12);
  });
});
