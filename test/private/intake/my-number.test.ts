import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countMyNumbers,
  countMyNumbersInBytes,
  createMyNumberScan,
  isMyNumber,
  judgeColumns,
} from '#private/intake/my-number.ts';
import { UserError } from '#shared/errors.ts';
import { cp932 } from './receipt/files.ts';

/** The check digit by the wording of the ordinance: P_n counted from the lowest of the eleven digits. */
function withCheckDigit(eleven: string): string {
  const digits = [...eleven].reverse().map(Number);
  const sum = digits.reduce((total, p, index) => total + p * (index + 1 <= 6 ? index + 2 : index - 4), 0);
  const rest = sum % 11;
  return eleven + String(rest <= 1 ? 0 : 11 - rest);
}

const eleven = fc.stringMatching(/^\d{11}$/);
const number = withCheckDigit('12345678901');
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The refusal some work ends with. */
const code = (work: () => void) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error : undefined;
  }
};

describe('isMyNumber', () => {
  it('accepts the one right check digit and refuses the nine others', () => {
    fc.assert(
      fc.property(eleven, (digits) => {
        const right = withCheckDigit(digits);
        expect(isMyNumber(right)).toBe(true);
        const others = [...'0123456789'].filter((digit) => digit !== right[11]);
        expect(others.filter((digit) => isMyNumber(digits + digit))).toEqual([]);
      }),
    );
  });

  it('wants exactly twelve ASCII digits', () => {
    expect([number.slice(1), `${number}0`, '', fullWidth(number)].map(isMyNumber)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('countMyNumbers', () => {
  it('finds numbers of any width and in groups of four, and none inside longer numbers', () => {
    const grouped = number.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3');
    expect(countMyNumbers(`番号は${number}です`)).toBe(1);
    expect(countMyNumbers(`番号は${fullWidth(number)}です`)).toBe(1);
    expect(countMyNumbers(`${grouped}、${grouped.replaceAll('-', ' ')}`)).toBe(2);
    expect(countMyNumbers(`${number}1 9${number}`)).toBe(0);
  });

  it.each([...'-－‐―ー 　'])(
    'finds it in groups of four with %j between, in text and in cp932',
    (between) => {
      const text = `番号は${fullWidth(number.replace(/(\d{4})(?=\d)/g, `$1${between}`))}です`;
      const bytes = cp932(text);
      expect([countMyNumbers(text), countMyNumbersInBytes(bytes, 0, bytes.length)]).toEqual([1, 1]);
    },
  );

  it('sees the same in cp932 bytes', () => {
    const piece = fc.oneof(
      eleven.map(withCheckDigit),
      fc.constantFrom('カナ', 'ソ', '－', ' ', '12', '表', '９', 'ー', 'ｰ', '　', '゛'),
      eleven,
      eleven.map((digits) => withCheckDigit(digits).replace(/(\d{4})(?=\d)/g, '$1－')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.boolean(), (pieces, wide) => {
        const text = wide ? fullWidth(pieces.join('、')) : pieces.join('、');
        const bytes = cp932(text);
        expect(countMyNumbersInBytes(bytes, 0, bytes.length)).toBe(countMyNumbers(text));
      }),
    );
  });
});

describe('createMyNumberScan', () => {
  it('refuses one hit in free text, naming the line and never the number', () => {
    const error = code(() => createMyNumberScan('a.csv').text(`メモ ${number}`, 7));
    expect(error?.code).toBe('INTAKE_MY_NUMBER');
    expect(error?.data).toEqual({ line: 7, column: null });
    expect(JSON.stringify([error?.text, error?.hint, error?.data])).not.toContain(number);
  });

  it('refuses a column at its third hit, each column counted by itself', () => {
    const scan = createMyNumberScan('a.csv');
    scan.column('番号', number, 2);
    scan.column('番号', number, 3);
    scan.column('整理番号', number, 3);
    scan.column('整理番号', number, 4);
    expect(code(() => scan.column('番号', number, 5))?.data).toEqual({ line: 5, column: '番号' });
  });

  it('refuses a column declared harmless where most of its values are hits: twenty, not nineteen', () => {
    const scan = createMyNumberScan('a.csv', ['加入者ID']);
    for (let line = 1; line < 20; line++) scan.column('加入者ID', number, line);
    expect(code(() => scan.column('加入者ID', number, 20))?.data).toEqual({ line: 20, column: '加入者ID' });
  });

  it('does not refuse one where one in two is a hit, as no chance makes it', () => {
    const scan = createMyNumberScan('a.csv', ['加入者ID']);
    for (let line = 1; line <= 200; line += 2) {
      scan.column('加入者ID', '123456789010', line);
      scan.column('加入者ID', number, line + 1);
    }
    expect(scan.harmlessHits.get('加入者ID')).toBe(100);
  });

  it('counts but does not refuse a few in a column declared harmless', () => {
    const scan = createMyNumberScan('a.csv', ['加入者ID']);
    for (let line = 1; line <= 5; line++) scan.column('加入者ID', number, line);
    expect(scan.harmlessHits.get('加入者ID')).toBe(5);
  });
});

describe('judgeColumns', () => {
  const other = number.slice(0, 11) + String((Number(number[11]) + 1) % 10);
  const parts = (column: string, each: number, others = 0) =>
    [1, 2].map(() => {
      const scan = createMyNumberScan('a.csv', ['カルテ番号等']);
      for (let n = 0; n < each; n++) scan.column(column, number, n);
      for (let n = 0; n < others; n++) scan.column(column, other, n);
      return scan.counts;
    });

  it('refuses what is too much in two parts of a file together, though in neither alone', () => {
    expect(code(() => judgeColumns('a.csv', 9, parts('記号', 1)))).toBeUndefined();
    expect(code(() => judgeColumns('a.csv', 9, parts('記号', 2)))?.code).toBe('INTAKE_MY_NUMBER');
    expect(JSON.stringify(code(() => judgeColumns('a.csv', 9, parts('記号', 2))))).not.toContain(number);
  });

  it('of a column declared harmless only where most values of both parts are hits', () => {
    expect(code(() => judgeColumns('a.csv', 9, parts('カルテ番号等', 9)))).toBeUndefined();
    expect(code(() => judgeColumns('a.csv', 9, parts('カルテ番号等', 10)))?.code).toBe('INTAKE_MY_NUMBER');
    expect(code(() => judgeColumns('a.csv', 9, parts('カルテ番号等', 10, 10)))).toBeUndefined();
  });
});
