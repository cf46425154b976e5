import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitAddress } from '../../src/print/address.ts';
import { widthInMm } from '../../src/print/wrap.ts';
import { sampleFrame } from './letter-sample.ts';

const window = sampleFrame.address;
const printed = (address: string, name = '見本 太郎') =>
  fitAddress({ postalCode: '1234567', address, name }, window);
const kanji = (points: number) => Math.floor(window.width / widthInMm('町', points));

describe('fitAddress', () => {
  test('a short address: one line of 11 pt, name of 14 pt with 様, postal code with its hyphen', () => {
    expect(printed('見本県架空市1-2')).toEqual({
      postalCode: '123-4567',
      address: ['見本県架空市1-2'],
      addressPoints: 11,
      name: ['見本 太郎 様'],
      namePoints: 14,
    });
  });

  test('the space before the building is the first choice for the break', () => {
    expect(printed('見本県架空市例示町一丁目二番三号　みほんハイツ101号室')?.address).toEqual([
      '見本県架空市例示町一丁目二番三号',
      'みほんハイツ101号室',
    ]);
  });

  test('11 pt, then 10 pt, then overflow: at the very character', () => {
    const [eleven, ten] = [2 * kanji(11), 2 * kanji(10)];
    expect(ten).toBeGreaterThan(eleven);
    expect(printed('町'.repeat(eleven))?.addressPoints).toBe(11);
    expect(printed('町'.repeat(eleven + 1))?.addressPoints).toBe(10);
    expect(printed('町'.repeat(ten))?.address).toHaveLength(2);
    expect(printed('町'.repeat(ten + 1))).toBeUndefined();
  });

  test('a long name takes two lines; one that does not fit is an overflow, never cut', () => {
    const long = printed('見本県', 'アレクサンドリーナ・マリア・ミホンデモンストラシオン');
    expect(long?.name).toEqual(['アレクサンドリーナ・マリア・', 'ミホンデモンストラシオン 様']);
    expect(printed('見本県', '見'.repeat(60))).toBeUndefined();
  });

  test('whatever fits stays inside the window and loses no character', () => {
    const text = fc.string({
      unit: fc.constantFrom('見', '本', '1', '-', '　', 'ー', '町', 'ハ'),
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(text, text, (address, name) => {
        const fitted = printed(address, name);
        if (!fitted) return;
        const plain = (one: string) => one.replace(/\s/g, '');
        expect(plain(fitted.address.join(''))).toBe(plain(address));
        expect(plain(fitted.name.join(''))).toBe(`${plain(name)}様`);
        for (const line of fitted.address)
          expect(widthInMm(line, fitted.addressPoints)).toBeLessThanOrEqual(window.width);
        for (const line of fitted.name)
          expect(widthInMm(line, fitted.namePoints)).toBeLessThanOrEqual(window.width);
      }),
    );
  });
});
