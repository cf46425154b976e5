import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContinuing } from '#private/intake/checkup-csv/columns.ts';
import { loadLayouts, parseLayout } from '#private/intake/checkup-csv/layout.ts';
import { recogniseLayout } from '#private/intake/checkup-csv/recognise.ts';
import { columnsOf, csvOf, layoutOf, recognised } from './make.ts';

const named = loadLayouts().filter(({ heading }) => heading === 'names');

test.each(named.map(({ name }) => name))(
  '%s is recognised by its own heading, and every column placed',
  (name) => {
    const columns = recognised(csvOf(name, [{}]))!;
    expect(columns.layout.name).toBe(name);
    expect(columns.items).toHaveLength(layoutOf(name).items.length);
    expect(columns.unknown).toEqual([]);
  },
);

test('the order and the width of the names do not matter', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll('，', ',');
  fc.assert(
    fc.property(
      fc.constantFrom(...named),
      fc.infiniteStream(fc.double({ noNaN: true })),
      fc.boolean(),
      (layout, ranks, isWide) => {
        const heads = [...columnsOf(layout)].map((name) => ({ name, rank: ranks.next().value! }));
        const shuffled = heads.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name);
        const line = shuffled.join(',');
        const columns = recognised(`${isWide ? wide(line) : line}\n`)!;
        expect(columns.layout.name).toBe(layout.name);
        for (const { at, column } of columns.items) expect(shuffled[at]).toBe(column.column);
      },
    ),
  );
});

test('half of the items are needed, and every column of the person', () => {
  const { person, items } = layoutOf('employer-checkup');
  const of = (count: number, without?: string) =>
    recognised(
      [...Object.values(person).flat(), ...items.slice(0, count).map(({ column }) => column)]
        .filter((name) => name !== without)
        .join(','),
    )?.layout.name;
  const half = items.length / 2;
  expect(of(Math.ceil(half))).toBe('employer-checkup');
  expect(of(Math.ceil(half) - 1)).toBeUndefined();
  for (const name of [person.birth_date, person.sex, person.day, person.number])
    expect(of(items.length, name), name).toBeUndefined();
  expect(of(items.length, person.branch)).toBe('employer-checkup');
});

test('a title may stand above the heading, and the byte order mark before it', () => {
  const csv = csvOf('dock-vendor', [{}]);
  expect(recognised(`健診結果一覧\r\n作成日,2025\r\n${csv}`)).toMatchObject({
    layout: { name: 'dock-vendor' },
    heading: { records: 3 },
  });
  expect(recognised(`\uFEFF${csv}`)?.heading.records).toBe(1);
});

test('ledgers and rows without a heading are of no layout', () => {
  expect(
    recognised(
      '加入者ID,記号,番号,氏名カナ,生年月日,性別,資格取得日\nM1,1,2,ミホン,1975-04-01,1,2020-04-01\n',
    ),
  ).toBeUndefined();
  expect(recognised('12,34,ミホン,1975-04-01,1,170,70\n')).toBeUndefined();
  expect(recognised('')).toBeUndefined();
});

describe('columns no mapping names', () => {
  const unknown = (...names: readonly string[]) => recognised(csvOf('dock-vendor', [{}], names))!.unknown;

  test('are named by a plain word only', () => {
    expect(
      unknown('骨密度', '山田 090-1234-5678', '2025年度の特記事項についての長い説明の文章です').map(
        ({ name }) => name,
      ),
    ).toEqual(['骨密度', undefined, undefined]);
  });
  test('those the mapping passes over are not told, however often they stand there', () => {
    expect(unknown('判定', '判定', '総合判定', '予備1', '漢字氏名')).toEqual([]);
  });
});

test('a name that stands there twice is told apart by its number', () => {
  const text = `title = "x"\ntitle_en = "x"\nkind = "checkup"\nprovenance = "own"\nprogram = "010"
[person]\nnumber = "番号"\nbirth_date = "生年月日"\nsex = "性別"\nday = "受診日"
[items]\n"血圧" = { code = "9A751000000000001" }\n"血圧[2]" = { code = "9A761000000000001" }\n`;
  const head = Buffer.from('番号,生年月日,性別,受診日,血圧,判定,血圧\n');
  const { items } = recogniseLayout(head, [parseLayout('x', text)])!;
  expect(items.map(({ at, column }) => [at, column.code])).toEqual([
    [4, '9A751000000000001'],
    [6, '9A761000000000001'],
  ]);
});

describe('the heading of three lines', () => {
  const codes = '9N001000000000001,9N006000000000001,9X999000000000001';
  const names =
    '保険者番号,記号,番号,枝番,氏名,生年月日,性別,郵便番号,住所,受診券整理番号,有効期限,健診実施年月日';
  const numbers = `#${Array.from({ length: 16 }, (_, index) => index + 1).join(',')}`;

  test.each([
    ['in the second line', `${numbers}\n#KEY1,${names},${codes}\n#,${names},身長,体重,新しい検査`],
    [
      'in the third line only',
      `${numbers}\n#KEY1,a,b,c,d,e,f,g,h,i,j,k,l,${codes}\n#キー,${names},身長,体重,新しい検査`,
    ],
    [
      'nowhere, in the order of the tool',
      `${numbers}\n#KEY1,a,b,c,d,e,f,g,h,i,j,k,l,${codes}\n#,,,,,,,,,,,,,身長,体重,新しい検査`,
    ],
  ])('the columns of the person are named %s', (_where, head) => {
    const columns = recognised(`${head}\n`)!;
    expect(columns.layout.name).toBe('public-tool');
    expect(columns.heading.records).toBe(3);
    expect(columns.items.map(({ at, column }) => [at, column.code])).toEqual([
      [13, '9N001000000000001'],
      [14, '9N006000000000001'],
    ]);
    const { symbol, birth_date, day } = columns.layout.person;
    expect([symbol, birth_date, day].map(columns.place)).toEqual([2, 6, 12]);
    expect(columns.unknown).toEqual([{ at: 15, name: '9X999000000000001' }]);
    expect(isContinuing(columns)).toBe(false);
  });

  test('its first line may lack the mark, and a list of names may have one above it', () => {
    const head = `${numbers.slice(1)}\n#KEY1,${names},${codes}\n#キー,${names},身長,体重,新しい検査\n`;
    expect(recognised(head)).toMatchObject({ layout: { name: 'public-tool' }, heading: { records: 3 } });
    expect(recognised(`#一覧\n${csvOf('dock-vendor', [{}])}`)).toMatchObject({
      layout: { name: 'dock-vendor' },
      heading: { records: 2 },
    });
  });

  test('a file with nothing but keys and items continues another one', () => {
    const columns = recognised('#1,2,3\n#KEY1,9N736000000000011,9N701000000000011\n#,喫煙,服薬\n')!;
    expect(isContinuing(columns)).toBe(true);
    expect(columns.items.map(({ at }) => at)).toEqual([1, 2]);
  });

  test('a code of all methods with the number of one is the code of that method', () => {
    const heads = ['3F01500001', '3F01500002', '3F01500009', '3F015000002399902', '3D0460000xx'];
    const { items, unknown } = recognised(`#1\n#KEY1,${heads.join(',')}\n`)!;
    expect(items.map(({ column }) => column.code)).toEqual(['3F015000002327101', '3F015000002327201']);
    expect(unknown).toHaveLength(3);
  });

  test('without a key, or without any listed item, it is none', () => {
    expect(recognised('#1,2\n#X,9N736000000000011\n')).toBeUndefined();
    expect(recognised('#1,2\n#KEY1,9X736000000000011\n')).toBeUndefined();
  });
});
