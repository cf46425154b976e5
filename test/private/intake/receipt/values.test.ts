import { describe, expect, it } from 'vitest';
import type { ReceiptLines } from '#private/intake/receipt/lines.ts';
import { decodeCp932, isBrokenCp932 } from '#private/intake/receipt/text.ts';
import { codeAt, dateAt, dateText, decimalAt, integerAt, isEmpty } from '#private/intake/receipt/values.ts';
import { cp932, scanned } from './files.ts';

/** One record `XX,<field>` as the scanner leaves it. */
function field(text: string): ReceiptLines {
  return scanned(Buffer.from(`1,1,0,XX,${text},\r\n`, 'latin1'));
}

const date = (text: string) => {
  const days = dateAt(field(text), 0, 2);
  return days === undefined || Number.isNaN(days) ? days : dateText(days);
};

describe('dates are told by their length', () => {
  it.each([
    ['43004', '2018-04-01'],
    ['202110', '2021-10-01'],
    ['4300409', '2018-04-09'],
    ['20210801', '2021-08-01'],
    ['50101', '2019-01-01'],
    ['3640107', '1989-01-07'],
    ['2010730', '1912-07-30'],
    ['1450729', '1912-07-29'],
    ['20240229', '2024-02-29'],
  ])('%s', (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it.each([
    '20230229',
    '202113',
    '20211301',
    '6010101',
    '0010101',
    '4000101',
    '2021',
    '202180011',
    'abcdef',
    '2021/1/1',
  ])('%s is no date', (text) => {
    expect(date(text)).toBeNaN();
  });

  it('an empty field is no date and no fault', () => {
    expect(date('')).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['00012', 12],
    ['  12 ', 12],
    ['-534', -534],
    ['9999999999', 9_999_999_999],
  ])('integer %s', (text, expected) => {
    expect(integerAt(field(text), 0, 2)).toBe(expected);
  });

  it.each(['1.5', '１２', '12a', '-', '99999999999', '1e3'])('%s is no integer', (text) => {
    expect(integerAt(field(text), 0, 2)).toBeNaN();
  });

  it('blank is empty', () => {
    expect(integerAt(field('   '), 0, 2)).toBeUndefined();
    expect(integerAt(field(''), 0, 2)).toBeUndefined();
    expect(isEmpty(field(''), 0, 2)).toBe(true);
    expect(isEmpty(field('x'), 0, 99)).toBe(true);
  });

  it.each([
    ['2.5', 2500],
    ['.5', 500],
    ['10', 10_000],
    ['10.', 10_000],
    ['0.125', 125],
    ['99999999.99', 99_999_999_990],
  ])('decimal %s in thousandths', (text, expected) => {
    expect(decimalAt(field(text), 0, 2, 1000)).toBe(expected);
  });

  it.each(['-1.5', '1.2.3', '1.-5', 'x.5'])('%s is no decimal', (text) => {
    expect(decimalAt(field(text), 0, 2, 1000)).toBeNaN();
  });
});

/** A pair of the right form; some stand for no character, which is no damage of the file. */
function isPair(lead: number, trail: number): boolean {
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
  return isLead && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc;
}

describe('cp932 text', () => {
  it('keeps the three control bytes the decoder swaps', () => {
    expect(decodeCp932(Uint8Array.of(0x1a, 0x41, 0x1c, 0x42, 0x7f))).toBe('\u001aA\u001cB\u007f');
  });

  it('reads NEC and IBM extensions and half-width kana', () => {
    expect(decodeCp932(cp932('①髙ｲ～'))).toBe('①髙ｲ～');
  });

  it('a broken pair loses itself, not the comma after it', () => {
    const lines = scanned(Buffer.from('1,1,0,XX,\x81,123,\r\n', 'latin1'));
    expect(integerAt(lines, 0, 3)).toBe(123);
  });

  it('knows a broken character exactly where the decoder does, for every pair of bytes', () => {
    const wrong: number[] = [];
    for (let lead = 0x20; lead <= 0xff; lead++) {
      for (let trail = 0x20; trail <= 0xff; trail++) {
        const pair = Uint8Array.of(lead, trail);
        const text = new TextDecoder('shift_jis').decode(pair);
        const unassigned = isPair(lead, trail) && text.includes('\ufffd');
        if (!unassigned && isBrokenCp932(pair, 0, 2) !== text.includes('\ufffd'))
          wrong.push((lead << 8) | trail);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a trail byte that looks like a backslash or a letter is not a boundary', () => {
    const lines = scanned(Buffer.concat([Buffer.from('1,1,0,XX,'), cp932('表十ソ'), Buffer.from(',9\r\n')]));
    expect(integerAt(lines, 0, 3)).toBe(9);
    expect(codeAt(lines, 0, 2)).toHaveLength(6);
  });
});
