import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '#private/intake/checkup-csv/cell.ts';
import { listedItem, listInForce } from '#private/intake/checkup-csv/items.ts';
import { plainList } from '#private/intake/checkup-csv/plain.ts';

type Choice = {
  readonly unit?: string;
  readonly day?: string | undefined;
  readonly words?: Record<string, string>;
  readonly marks?: 'range' | 'reference';
};

/** The value of a cell, and the findings. */
function cell(
  code: string,
  text: string,
  { unit, day, words = {}, marks = 'range' }: Choice = { day: '2025-05-01' },
) {
  const item = listedItem(code)!;
  const found: string[] = [];
  const form = {
    item,
    system: listInForce(item, day ?? '2025-05-01'),
    unit: unit ?? item.unit,
    words: plainList(words),
    marks,
  };
  const value = readCell(text, form, (code) => found.push(code));
  return { ...value, found };
}

const [height, triglyceride, hemoglobin, whiteCells, protein, smoking, drinking, mealTime, finding, text] = [
  '9N001000000000001',
  '3F015000002327101',
  '2A030000001930101',
  '2A010000001930101',
  '1A010000000191111',
  '9N736000000000011',
  '9N786000000000011',
  '9N141000000000011',
  '9A110160700000011',
  '9N061160800000049',
] as const;

describe('three states and a missing value', () => {
  test.each(['', ' ', '　'])('an empty cell (%j) is missing', (empty) =>
    expect(cell(height, empty)).toEqual({ found: [] }),
  );
  test.each(['-', '－', '***', '.'])('%s in a column of numbers is missing', (dash) =>
    expect(cell(height, dash)).toEqual({ found: [] }),
  );
  test.each(['未実施', '（未検査）', ' 未 実 施 '])('%s is not performed', (word) =>
    expect(cell(height, word)).toEqual({ state: 'not_performed', found: [] }),
  );
  test.each(['測定不能', '検査不可'])('%s is not measurable, of any item', (word) => {
    for (const code of [height, protein, smoking, text])
      expect(cell(code, word)).toEqual({ state: 'not_measurable', found: [] });
  });
  test('判定不能 is an answer where the list has it', () => {
    expect(cell('9N506000000000011', '判定不能')).toMatchObject({ state: 'measured', choice: '4' });
  });
});

describe('numbers', () => {
  test.each([
    ['170.1', 170.1],
    ['１７０．１', 170.1],
    [' 170.1 cm ', 170.1],
    ['170.1ｃｍ', 170.1],
    ['170.', 170],
  ])('%s', (written, number) =>
    expect(cell(height, written)).toEqual({ state: 'measured', number, unit: 'cm', found: [] }),
  );
  test('thousands may be divided by commas, but only in threes', () => {
    expect(cell(triglyceride, '1,234')).toMatchObject({ number: 1234, found: [] });
    expect(cell(triglyceride, '1,23')).toEqual({ found: ['csv_unreadable_number'] });
  });
  test.each(['高い', '170.1kg', '1.7m', '120/80', '1e3', '-5', '170 cm?', '12.3.4'])(
    '%s is no number',
    (bad) => expect(cell(height, bad)).toEqual({ found: ['csv_unreadable_number'] }),
  );
  test('another unit of the column is converted', () => {
    expect(cell(hemoglobin, '145', { unit: 'g/L' })).toMatchObject({ number: 14.5, unit: 'g/dL', found: [] });
    expect(cell(whiteCells, '55', { unit: '10*2/uL' })).toMatchObject({ number: 5500, unit: '/mm3' });
  });
  test.each([
    ['99.9', 'L'],
    ['100', undefined],
    ['250', undefined],
    ['250.1', 'H'],
  ])('the range of input of height ends at 100 and 250: %s', (written, flag) => {
    const value = cell(height, written);
    expect(value.flag).toBe(flag);
    expect(value.found).toEqual(flag === undefined ? [] : ['csv_beyond_range']);
    expect(value.number).toBe(Number(written));
  });
  test.each([
    ['H', 'H', undefined],
    ['Ｌ', 'L', undefined],
    ['H 2100', 'H', 2100],
    ['1500H', 'H', 1500],
    ['9L', 'L', 9],
    ['1000以上', 'H', 1000],
    ['≧1000', 'H', 1000],
    ['<30', 'L', 30],
    ['30未満', 'L', 30],
  ])('%s is beyond the range', (written, flag, number) =>
    expect(cell(triglyceride, written)).toMatchObject({
      state: 'measured',
      flag,
      ...(number === undefined ? {} : { number }),
      found: ['csv_beyond_range'],
    }),
  );
  test('marks of a laboratory are no flags', () => {
    const marks = 'reference';
    for (const written of ['150H', '150 *', 'H150', '150↑'])
      expect(cell(triglyceride, written, { marks })).toEqual({
        state: 'measured',
        number: 150,
        unit: 'mg/dL',
        found: [],
      });
    expect(cell(triglyceride, 'H', { marks })).toEqual({ found: ['csv_unreadable_number'] });
  });
  test('any number is the same in any width, with commas and with its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2000 }), fc.nat(9), (whole, tenth) => {
        const plain = `${whole}.${tenth}`;
        const wide = plain.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        const forms = [plain, wide, `${whole.toLocaleString('en')}.${tenth}`, `${plain}mg/dL`];
        for (const form of forms) expect(cell(triglyceride, form).number).toBe(Number(plain));
      }),
    );
  });
});

describe('choices', () => {
  test.each([
    ['-', '1'],
    ['（－）', '1'],
    ['±', '2'],
    ['(+)', '3'],
    ['１＋', '3'],
    ['（２＋）', '4'],
    ['+++', '5'],
    ['3', '3'],
    ['03', '3'],
  ])('strip %s', (written, choice) =>
    expect(cell(protein, written)).toEqual({ state: 'measured', choice, choiceSystem: '2102', found: [] }),
  );
  test.each(['4+', '（４＋）', '++++'])('strip %s is the highest code, and noted', (written) =>
    expect(cell(protein, written)).toMatchObject({ choice: '5', found: ['csv_beyond_list'] }),
  );
  test.each(['6', '0', 'たぶん', '1.5'])('%s is on no list of the strip', (written) =>
    expect(cell(protein, written)).toEqual({ found: ['csv_unknown_word'] }),
  );
  test('a code with its word, and a word alone', () => {
    expect(cell(mealTime, '2：食後10時間以上').choice).toBe('2');
    expect(cell(mealTime, '食後１０時間以上').choice).toBe('2');
    expect(cell(mealTime, '食後3.5時間未満').choice).toBe('4');
    expect(cell(finding, '異常なし').choice).toBe('2');
  });
  test.each([
    ['2024-03-31', '2', '2003'],
    ['2024-04-01', '3', '24060'],
  ])('options are those in force on the day: %s', (day, choice, choiceSystem) =>
    expect(cell(smoking, 'いいえ', { day })).toMatchObject({ choice, choiceSystem }),
  );
  test.each([
    ['2024-03-31', { choice: '2', choiceSystem: '2005' }],
    ['2024-04-01', { found: ['csv_unknown_word'] }],
  ])('「時々」 is an answer of the 3rd period only: %s', (day, value) =>
    expect(cell(drinking, '時々', { day })).toMatchObject(value),
  );
  test('words of the column go first', () => {
    expect(cell(smoking, '×', { words: { '×': '2' } }).choice).toBe('2');
    expect(cell(height, '未検', { words: { 未検: '1' } }).found).toEqual(['csv_unreadable_number']);
  });
  test('without a day a code is kept without its list, a word is not', () => {
    const item = listedItem(smoking)!;
    const form = {
      item,
      system: listInForce(item, undefined),
      unit: '',
      words: new Map(),
      marks: 'range',
    } as const;
    const found: string[] = [];
    expect(readCell('2', form, (code) => found.push(code))).toEqual({ state: 'measured', choice: '2' });
    expect(readCell('いいえ', form, (code) => found.push(code))).toBeUndefined();
    expect(found).toEqual(['csv_unknown_word']);
  });
});

test('texts are kept as they are, days as days', () => {
  expect(cell(text, ' 頭痛、めまい ')).toEqual({ state: 'measured', text: '頭痛、めまい', found: [] });
  expect(cell('1020000004', 'R7.5.1')).toEqual({ state: 'measured', day: '2025-05-01', found: [] });
  expect(cell('1020000004', 'きのう')).toEqual({ found: ['csv_unreadable_day'] });
});

test('no cell makes the reading fail, and a finding is only ever a code', () => {
  const codes = [height, triglyceride, protein, smoking, finding, text];
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (code, written) => {
        const { found, ...value } = cell(code, written);
        for (const one of found) expect(one).toMatch(/^csv_[a-z_]+$/);
        if (value.number !== undefined) expect(Number.isFinite(value.number)).toBe(true);
        if (value.choice !== undefined) expect(value.choice).toMatch(/^\d{1,2}$/);
      },
    ),
  );
});
