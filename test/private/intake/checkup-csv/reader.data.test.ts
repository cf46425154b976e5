import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personKeys } from '#private/vault/keys.ts';
import { columnsOf, csvOf, layoutOf } from './make.ts';
import { indexKey, read } from './scratch.ts';

const keys = personKeys(indexKey, {
  insurer: '06999991',
  symbol: '12',
  number: '34',
  branch: '1',
  birthDate: '1975-04-01',
  sex: '1',
  kana: 'ミホン タロウ',
});
const by = (tables: Record<string, unknown>[] | undefined, ...names: string[]) =>
  tables?.map((row) => names.map((name) => row[name]));

describe('a checkup', () => {
  test('becomes one row with keys instead of a name, its origin, and one row per item', async () => {
    const { result, tables } = await read(
      csvOf('employer-checkup', [
        {
          身長: '170.1',
          体重: '未実施',
          腹囲: '測定不能',
          採血時間: '2',
          中性脂肪: '2500',
          血糖: '99',
          尿蛋白: '(+)',
        },
      ]),
    );
    expect(result).toMatchObject({ form: 'checkup-csv', records: 1, receipts: 0, yen: 0 });
    expect(tables['checkup']).toMatchObject([
      {
        file_id: 3,
        checkup_seq: 1,
        document: 2,
        form: 'csv',
        layout: 'employer-checkup',
        provenance: 'employer',
        report_code: '41',
        program: '030',
        key_base: keys.base,
        key_branch: keys.branch,
        key_name: keys.name,
        sex: '1',
        age_on_day: 50,
        institution: '1310000001',
        insurer_number: '06999991',
        records: 1,
      },
    ]);
    expect(
      by([...tables['checkup_result']!], 'item_code', 'state', 'number', 'choice', 'choice_system', 'flag'),
    ).toEqual([
      ['1A010000000191111', 'measured', null, '3', '2102', null],
      ['3D010000001926101', 'measured', 99, null, null, null],
      ['3F015000002327101', 'measured', 2500, null, null, 'H'],
      ['9N001000000000001', 'measured', 170.1, null, null, null],
      ['9N006000000000001', 'not_performed', null, null, null, null],
      ['9N016160100000001', 'not_measurable', null, null, null, null],
      ['9N141000000000011', 'measured', null, '2', '2202', null],
    ]);
  });

  test.each([
    ['2', '3F015000002327101'],
    ['食後3.5時間以上10時間未満', '3F015129902327101'],
    ['4', '3F015129902327101'],
    ['', undefined],
    ['なぞ', undefined],
  ])('blood taken at 「%s」 decides whose value triglyceride is', async (採血時間, code) => {
    const { tables } = await read(csvOf('employer-checkup', [{ 採血時間, 中性脂肪: '150' }]));
    const codes = by([...tables['checkup_result']!], 'item_code', 'number')!.filter(
      ([, number]) => number === 150,
    );
    expect(codes).toEqual(code === undefined ? [] : [[code, 150]]);
    const lost = tables['finding']!.filter((row) => row['code'] === 'csv_item_undecided');
    expect(by(lost, 'item', 'line')).toEqual(code === undefined ? [['中性脂肪', 2]] : []);
  });

  test.each([
    ['実測', '9N016160100000001'],
    ['自己測定', '9N016160200000001'],
    ['自己申告', '9N016160300000001'],
  ])('waist is of the method 「%s」', async (腹囲測定方法, code) => {
    const { tables } = await read(csvOf('dock-vendor', [{ 腹囲測定方法, '腹囲(cm)': '85' }]));
    expect(by([...tables['checkup_result']!], 'item_code')).toEqual([[code]]);
  });

  test('記号 and 番号 of one column are the same person', async () => {
    for (const 健保記号番号 of ['12-34', '１２－００３４', '12 34', '12・0034']) {
      const { tables } = await read(csvOf('dock-vendor', [{ 健保記号番号, BMI: '22' }]));
      expect(tables['checkup']![0]!['key_base'], 健保記号番号).toBe(keys.base);
    }
  });

  test('the same row again has the same digest, with another value another one', async () => {
    const { tables } = await read(csvOf('dock-vendor', [{ BMI: '22' }, { BMI: '22.0' }, { BMI: '23' }]));
    const digests = tables['checkup']!.map((row) => row['content']);
    expect(new Set(digests).size).toBe(2);
    expect(digests.filter((digest) => digest === digests[0])).toHaveLength(2);
  });
});

test.each([
  ['番号', '', 'checkup_number'],
  ['性別', '3', 'checkup_sex'],
  ['性別', '', 'checkup_sex'],
  ['生年月日', '1975-13-01', 'checkup_birth'],
  ['受診日', '1975-03-31', 'checkup_day'],
  ['受診日', '', 'checkup_day'],
  ['受診日', '2026-12-01', 'future_month'],
  ['保険者番号', '0699999X', 'checkup_insurer'],
])('a row whose %s is 「%s」 is set aside with the name of the column', async (column, value, reason) => {
  const { result, tables } = await read(
    csvOf('employer-checkup', [{ 身長: '170' }, { 身長: '171', [column]: value }]),
  );
  expect(result.records).toBe(2);
  expect(tables['checkup']).toHaveLength(1);
  expect(tables['quarantine']).toMatchObject([
    { position: 2, line: 3, line_end: 3, reason, columns: column, records: 1, yen: 0 },
  ]);
});

test.each([
  ['受診日', '1975-04-01'],
  ['受診日', '2026-11-30'],
  ['保険者番号', ''],
  ['保険者番号', '6999991'],
  ['性別', '男'],
  ['枝番', ''],
])('a row whose %s is 「%s」 is taken', async (column, value) => {
  const { tables } = await read(csvOf('employer-checkup', [{ [column]: value, 身長: '170' }]));
  expect(tables['quarantine']).toEqual([]);
  expect(tables['checkup']).toMatchObject([{ insurer_number: '06999991' }]);
});

test.each([
  ['110000001', '0110000001'],
  ['１３１０００００01', '1310000001'],
  ['みほん病院', null],
  ['', null],
])('an institution written 「%s」 is %s', async (健診機関番号, institution) => {
  const { tables } = await read(csvOf('employer-checkup', [{ 身長: '170', 健診機関番号 }]));
  expect(tables['checkup']).toMatchObject([{ institution }]);
});

test('empty rows are none, empty cells behind the last column no cells; a cell too many is one', async () => {
  const csv = csvOf('employer-checkup', [{ 身長: '170' }]);
  const [, row] = csv.split('\r\n');
  const { result, tables } = await read(`${csv}${row},,,\r\n,,,\r\n\r\n${row},x\r\n`);
  expect(result.records).toBe(3);
  expect(tables['checkup']).toHaveLength(2);
  expect(by([...tables['quarantine']!], 'reason', 'line')).toEqual([['csv_columns', 6]]);
});

test('two typists may each write a file: put behind each other they are one, heading and all', async () => {
  const typed = (entry: string, 身長: string) =>
    csvOf(
      'paper-entry',
      ['A', 'B'].map((用紙番号) => ({ 用紙番号, 入力回: entry, 身長: 用紙番号 === 'A' ? '170' : 身長 })),
    );
  const { result, tables } = await read(typed('1', '160') + typed('2', '161'));
  expect(result.records).toBe(2);
  expect(by([...tables['checkup']!], 'document', 'provenance')).toEqual([[2, 'paper']]);
  expect(tables['quarantine']).toMatchObject([
    { reason: 'paper_differs', columns: '身長', line: 3, line_end: 6 },
  ]);
});

test('columns no mapping names are told once, by their plain word or their number', async () => {
  const rows = [{ 身長: '170', 骨密度: '90' }, { 骨密度: '91' }];
  const { tables } = await read(csvOf('employer-checkup', rows, ['骨密度', '山田03-1234-5678']));
  const told = tables['finding']!.filter((row) => row['code'] === 'csv_unknown_column');
  expect(told.map((row) => [row['item'], row['found']]).toSorted()).toEqual(
    [
      [`#${columnsOf(layoutOf('employer-checkup')).length + 2}`, 0],
      ['骨密度', 2],
    ].toSorted(),
  );
});

describe('the whole file is refused', () => {
  const row = { 身長: '170' };
  test.each([
    ['with a heading only', 'INTAKE_EMPTY', csvOf('employer-checkup', [])],
    [
      'of another insurer',
      'INTAKE_OTHER_INSURER',
      csvOf('employer-checkup', [{ 保険者番号: '06999992' }, row, { 保険者番号: '06999992' }]),
    ],
    ['cut off inside a row', 'INTAKE_TRUNCATED', csvOf('employer-checkup', [row, row]).slice(0, -60)],
    [
      'with an Individual Number in a text',
      'INTAKE_MY_NUMBER',
      csvOf('employer-checkup', [{ 自覚症状: '123456789018' }]),
    ],
    ['of no layout', 'INTAKE_UNKNOWN_KIND', 'a,b,c\n1,2,3\n'],
  ])('%s', async (_why, code, csv) => {
    await expect(read(csv)).rejects.toMatchObject({ code });
  });

  test('with Individual Numbers in a column: told by its name; a column passed over is only counted', async () => {
    const numbers = (column: string) =>
      csvOf(
        'employer-checkup',
        Array.from({ length: 3 }, () => ({ [column]: '123456789018' })),
        [column],
      );
    const error: unknown = await read(numbers('整理番号')).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'INTAKE_MY_NUMBER',
      text: { ja: expect.stringContaining('整理番号') },
    });
    const { result } = await read(numbers('社員番号'));
    expect(result.notes).toHaveLength(1);
  });

  test('but not with one row of another insurer: that is set aside', async () => {
    const { tables } = await read(csvOf('employer-checkup', [{ 保険者番号: '06999992' }, row, row]));
    expect(by([...tables['quarantine']!], 'reason')).toEqual([['other_insurer']]);
  });

  test('and a last line without an end is noted', async () => {
    const { tables } = await read(csvOf('employer-checkup', [row]).trimEnd());
    expect(by([...tables['finding']!], 'code', 'line')).toEqual([['no_final_line_end', 2]]);
  });
});

describe('guidance of a contractor', () => {
  const common = { 健診実施日: '2025-05-01', 保健指導区分: '積極的支援' };
  const rows = [
    {
      ...common,
      記録区分: '初回面接',
      支援形態: '個別支援（対面）',
      '実施時間(分)': '30',
      実施者: '保健師',
      早期実施: '1週間以内',
    },
    {
      ...common,
      記録区分: '継続支援',
      実施日: '2025-07-01',
      支援形態: '電話',
      '実施時間(分)': '10分',
      実施者: '3',
      支援ポイント: '30',
    },
    {
      ...common,
      記録区分: '中間評価',
      実施日: '2025-08-01',
      支援形態: 'メール',
      腹囲: '84',
      体重: '69',
      '腹囲・体重の改善': '1cm1kg',
    },
    {
      ...common,
      記録区分: '実績評価',
      実施日: '2025-09-10',
      支援形態: '6',
      腹囲: '83',
      体重: '68',
      '腹囲・体重の改善': '2cm2kg',
      食習慣の改善: '達成',
      喫煙習慣の改善: '非喫煙',
      アウトカムポイント: '200',
    },
    { ...common, 記録区分: '中断', 実施日: '2025-09-11' },
    { ...common, 記録区分: 'なぞ', 実施日: '2025-09-11' },
  ];

  test('each row is a document, with its support and its items under the kind of record', async () => {
    const { result, tables } = await read(csvOf('guidance-contractor', rows));
    expect(result).toMatchObject({ form: 'guidance-csv', records: 6 });
    expect(tables['guidance']).toHaveLength(5);
    expect(
      by([...tables['guidance']!], 'guidance_seq', 'report_code', 'level_code', 'institution', 'key_base'),
    ).toEqual(
      [21, 24, 24, 22, 23].map((code, index) => [index + 1, String(code), '1', '1320000001', keys.base]),
    );
    expect(
      by(
        [...tables['guidance_support']!],
        'guidance_seq',
        'section',
        'kind',
        'form_code',
        'minutes',
        'performer_code',
        'points',
      ),
    ).toEqual([
      [1, '90030', 'first', '1', 30, '2', null],
      [2, '90040', 'continued', '5', 10, '3', 30],
      [3, '90050', 'interim', '6', null, null, null],
      [4, '90060', 'final', '6', null, null, null],
    ]);
    const items = tables['guidance_result']!.filter((row) => !String(row['item_code']).startsWith('10200'));
    expect(by(items, 'guidance_seq', 'section', 'support_seq', 'item_code', 'number', 'choice')).toEqual([
      [1, '90030', 1, '1022000016', null, '2'],
      [3, '90050', 1, '1032001031', 84, null],
      [3, '90050', 1, '1032001032', 69, null],
      [3, '90050', 1, '1032001044', null, '1'],
      [4, '90060', 1, '1042001031', 83, null],
      [4, '90060', 1, '1042001032', 68, null],
      [4, '90060', 1, '1042001042', null, '1'],
      [4, '90060', 1, '1042001043', null, '8'],
      [4, '90060', 1, '1042001044', null, '2'],
      [4, '90060', 1, '1042001060', 200, null],
    ]);
    expect(tables['quarantine']).toMatchObject([{ reason: 'csv_record', columns: '記録区分', line: 7 }]);
  });

  test('a support whose form cannot be read is kept without it, and noted', async () => {
    const { tables } = await read(
      csvOf('guidance-contractor', [{ ...rows[1], 支援形態: '手紙', '実施時間(分)': '約10' }]),
    );
    expect(tables['guidance_support']).toMatchObject([{ form_code: null, minutes: null, points: 30 }]);
    expect(by([...tables['finding']!], 'code', 'item')).toEqual([
      ['csv_unknown_word', '支援形態'],
      ['csv_unreadable_number', '実施時間(分)'],
    ]);
  });
});

test('two files of one delivery have the same keyed key, and only the first has the persons', async () => {
  const head =
    '#1,2,3,4,5,6,7,8,9\n#KEY1,記号,番号,枝番,氏名,生年月日,性別,健診実施日,9N001000000000001\n#\n';
  const first = await read(`${head}K1,12,34,01,ミホンタロウ,19750401,1,20250501,170\n`);
  const second = await read('#1,2\n#KEY1,9N736000000000011\n#\nK1,3\nK2,1\n,2\n');
  expect(first.tables['checkup']).toHaveLength(1);
  expect(first.tables['checkup_part']).toMatchObject([{ part_seq: 1, is_first: true, records: 0 }]);
  expect(second.result.records).toBe(3);
  expect(second.tables['checkup']).toEqual([]);
  const [one, other] = second.tables['checkup_part']!;
  expect([one, other]).toMatchObject([
    { part_seq: 1, is_first: false, records: 1 },
    { part_seq: 2, is_first: false, records: 1 },
  ]);
  const key = first.tables['checkup_part']![0]!['join_key'];
  expect(one!['join_key']).toBe(key);
  expect(other!['join_key']).not.toBe(key);
  expect(String(key)).not.toContain('K1');
  expect(second.tables['quarantine']).toMatchObject([{ reason: 'csv_key', line: 6 }]);
  expect(by([...second.tables['checkup_result']!], 'checkup_seq', 'choice', 'choice_system')).toEqual([
    [1, '3', null],
    [2, '1', null],
  ]);
});

test('what comes in is taken or set aside, row by row, and no value of a row is told', async () => {
  const cell = fc.constantFrom('170.1', '未実施', 'カナリヤ', '9999999', '', 'R7.5.1', 'H', '±', '昭和');
  const rows = fc.array(
    fc.record({
      身長: cell,
      尿蛋白: cell,
      喫煙: cell,
      受診日: fc.constantFrom('2025-05-01', 'カナリヤ', ''),
      性別: fc.constantFrom('1', '2', 'カナリヤ'),
      番号: fc.constantFrom('34', ''),
    }),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      const { result, tables } = await read(csvOf('employer-checkup', some));
      expect(result.records).toBe(some.length);
      expect(tables['checkup']!.length + tables['quarantine']!.length).toBe(some.length);
      const told = JSON.stringify([tables['finding'], tables['quarantine'], result]);
      for (const value of ['カナリヤ', '9999999', '170.1']) expect(told).not.toContain(value);
    }),
    { numRuns: 8 },
  );
});
