import { describe, expect, test } from 'vitest';
import look from '#pipelines/notices/medical-cost/letter.ts';
import { roomyColumns } from '#private/notices/columns.ts';
import { dayText, monthText, periodText, shownLine } from '#private/notices/shown.ts';
import { parseWords, sectionOf } from '#private/notices/words.ts';

const kinds = {
  patient: 'person',
  month: 'month',
  yen: 'yen',
  place: 'text',
  is_named: 'flag',
} as const;

describe('a line as it is shown', () => {
  const line = { patient: 1, month: '2026-06', yen: 1_234_567, place: '見本', is_named: true };
  const shown = shownLine(kinds, line, ['見本 太郎', '見本 花子']);

  test('by the kind of its column', () => {
    expect(['patient', 'month', 'yen', 'place'].map(shown.text)).toEqual([
      '見本 花子',
      '2026年6月',
      '1,234,567',
      '見本',
    ]);
    expect(shown.amount('yen')).toBe(1_234_567);
    expect(shown.is('is_named')).toBe(true);
    expect(shownLine(kinds, { place: null }, []).text('place')).toBe('');
  });

  test('a column the contract does not name is a bug', () => {
    expect(() => shown.text('name')).toThrow('no column');
    expect(() => shown.is('toString')).toThrow('no column');
  });
});

test('months, days and periods in words', () => {
  expect(monthText('2026-12')).toBe('2026年12月');
  expect(dayText('2026-06-01')).toBe('2026年6月1日');
  expect(periodText('2026-06', '2026-06')).toBe('2026年6月の診療分');
  expect(periodText('2025-01', '2025-12')).toBe('2025年1月〜12月の診療分');
  expect(periodText('2024-11', '2025-10')).toBe('2024年11月〜2025年10月の診療分');
});

describe('words of a letter', () => {
  const words = parseWords(
    '# 題\n\n## lead\n\n一行目。\n二行目。\n\n## notes 見出し\n\n- ふつう（{asOf}）\n- [is_limited] しるし\n',
    '2026年8月1日',
  );

  test('title, paragraphs, headed entries and their marks', () => {
    expect(words.title).toBe('題');
    expect(sectionOf(words, 'lead')).toEqual({ heading: '', paragraph: '一行目。二行目。', entries: [] });
    expect(sectionOf(words, 'notes')).toEqual({
      heading: '見出し',
      paragraph: '',
      entries: [
        { text: 'ふつう（2026年8月1日）', mark: undefined },
        { text: 'しるし', mark: 'is_limited' },
      ],
    });
  });

  test('a section that is missing is a bug', () => {
    expect(() => sectionOf(words, 'amount')).toThrow('amount');
  });
});

describe('the columns of the table', () => {
  const widthOf = (rows: readonly (readonly string[])[]) =>
    roomyColumns(
      look.columns,
      rows.map((cells) => ({ cells })),
    ).map(({ width }) => width);
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

  test('are 174 mm in all, whatever they hold', () => {
    expect(sum(look.columns.map(({ width }) => width))).toBeCloseTo(174);
    for (const yen of ['0', '1,234', '123,456,789'])
      expect(sum(widthOf([['2025年12月', '見本', '見本医院', '医科 入院①②③', '31', yen, yen]]))).toBeCloseTo(
        174,
      );
  });

  test('a large figure takes room from the names of places, never from other figures', () => {
    const small = widthOf([['2025年12月', '見本', '見本医院', '調剤', '1', '10', '10']]);
    const large = widthOf([['2025年12月', '見本', '見本医院', '調剤', '1', '123,456,789', '10']]);
    expect(large[5]!).toBeGreaterThan(small[5]!);
    expect(large[2]!).toBeLessThan(small[2]!);
    expect([large[0], large[4], large[6]]).toEqual([small[0], small[4], small[6]]);
  });
});

describe('the rows of the medical-cost letter', () => {
  const columns = {
    patient: 'person',
    month: 'month',
    institution: 'text',
    is_named: 'flag',
    care: 'text',
    days: 'count',
    yen: 'yen',
    paid_yen: 'yen',
    meal_count: 'count',
    meal_yen: 'yen',
    meal_paid_yen: 'yen',
    is_limited: 'flag',
    has_programme: 'flag',
    is_reviewed: 'flag',
    is_meal_estimated: 'flag',
  } as const;
  const line = {
    patient: 0,
    month: '2025-08',
    institution: 'みほん中央病院',
    is_named: true,
    care: 'inpatient',
    days: 4,
    yen: 268_900,
    paid_yen: 57_600,
    meal_count: 11,
    meal_yen: 7590,
    meal_paid_yen: 5610,
  };
  const rowsOf = (cells: object) => look.rows(shownLine(columns, { ...line, ...cells }, ['見本 太郎']));

  test('meals stand on a row of their own below the stay', () => {
    expect(rowsOf({}).map(({ cells }) => cells)).toEqual([
      ['2025年8月', '見本 太郎', 'みほん中央病院', '医科 入院', '4', '268,900', '57,600'],
      ['', '', '食事の費用（11回）', '食事', '', '7,590', '5,610'],
    ]);
    expect(rowsOf({})[1]!.joined).toBe(true);
    expect(rowsOf({ meal_yen: 0 })).toHaveLength(1);
  });

  test('marks refer to the notes below', () => {
    const kindOf = (cells: object) => rowsOf(cells).map(({ cells: texts }) => texts[3]);
    expect(kindOf({ is_limited: true, is_reviewed: true })[0]).toBe('医科 入院①③');
    expect(kindOf({ has_programme: true })[0]).toBe('医科 入院②');
    expect(kindOf({ is_meal_estimated: true })[1]).toBe('食事④');
  });

  test('an institution without a name is told by its code', () => {
    const [row] = rowsOf({ is_named: false, institution: '1310000001' });
    expect(row!.cells[2]).toBe('名称の記録なし（コード 1310000001）');
    expect(rowsOf({ is_named: false, institution: null })[0]!.cells[2]).toBe('名称の記録なし');
  });

  test('the sum and the box hold the meals too', () => {
    const totals: Readonly<Record<string, number>> = {
      yen: 100,
      paid_yen: 30,
      meal_yen: 50,
      meal_paid_yen: 20,
    };
    const sums = { amount: (name: string) => totals[name]!, yen: String };
    expect(look.sum(sums).cells.slice(-2)).toEqual(['150', '50']);
    expect(look.figure(sums)).toEqual({ figure: '50', unit: '円' });
  });
});
