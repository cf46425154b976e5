import { expect, test } from 'vitest';
import { inspectCheckupCsv } from '#private/intake/checkup-csv/inspect.ts';
import { csvOf, written } from './make.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (content: string | Uint8Array) => inspectCheckupCsv(written(content), now);

test('a CSV is told in counts: items of the list, of columns nobody knows, states, levels', async () => {
  const inspection = await inspect(
    csvOf(
      'dock-vendor',
      [
        { BMI: '24.1', 尿蛋白: '未実施', 保健指導レベル: '積極的支援', 骨密度: '90' },
        { BMI: '5', 尿蛋白: '測定不能', 保健指導レベル: '2', 骨密度: '' },
        { BMI: 'カナリヤ', 保健指導レベル: 'なし', 受診年月日: '2024/3/31', 骨密度: '91' },
        { 性別: 'カナリヤ', BMI: '20' },
      ],
      ['骨密度'],
    ),
  );
  expect(inspection).toEqual({
    kind: 'checkup',
    form: 'csv',
    layout: 'dock-vendor',
    encoding: 'utf-8',
    bytes: expect.any(Number),
    records: 4,
    months: ['2024-03', '2025-05'],
    documents: 4,
    items: 10,
    knownItems: 8,
    unknownItems: { 骨密度: 2 },
    notPerformed: 1,
    notMeasurable: 1,
    outOfRange: 1,
    levels: { intensive: 1, motivational: 1, information: 1 },
    schema: 'valid',
    quarantined: { checkup_sex: 1 },
    findings: [
      { code: 'csv_beyond_range', count: 1, line: 3 },
      { code: 'csv_unreadable_number', count: 1, line: 4 },
    ],
  });
  expect(JSON.stringify(inspection)).not.toMatch(/カナリヤ|ミホン|24\.1/);
});

test('an item that is known but not kept, such as the name of a physician, is counted', async () => {
  const coded = '#1,2,3\n#KEY1,9N001000000000001,9N516000000000049\n#\nK1,170,みほん\n';
  expect(await inspect(coded)).toMatchObject({ items: 2, knownItems: 2 });
});

test('guidance is told as guidance, with its levels', async () => {
  const rows = [
    { 記録区分: '初回面接', 保健指導区分: '積極的支援', 早期実施: '当日' },
    { 記録区分: '実績評価', 保健指導区分: '動機付け支援相当', 体重: '68' },
  ];
  expect(await inspect(csvOf('guidance-contractor', rows))).toMatchObject({
    kind: 'guidance',
    layout: 'guidance-contractor',
    documents: 2,
    items: 6,
    levels: { intensive: 1, 'motivational-equivalent': 1 },
  });
});

test('a row of another width is a departure from the form, told by its line', async () => {
  const csv = csvOf('employer-checkup', [{ 身長: '170' }]);
  const { schema } = await inspect(`${csv}1,2,3\r\n`);
  expect(schema).toEqual([
    { document: 2, line: 3, path: '/', expected: expect.stringMatching(/^\d+ columns$/) },
  ]);
});

test('of a file that continues another one the items are told', async () => {
  expect(await inspect('#1,2\n#KEY1,9N736000000000011\n#\nK1,3\nK2,\n')).toMatchObject({
    layout: 'public-tool',
    documents: 2,
    items: 1,
    months: [],
    quarantined: {},
  });
});

test('an Individual Number is told, not refused: nothing is stored', async () => {
  const { findings } = await inspect(csvOf('employer-checkup', [{ 自覚症状: '123456789018' }]));
  expect(findings).toEqual([{ code: 'my_number', count: 1, line: 2 }]);
});

test.each([
  ['with a heading only', 'INTAKE_EMPTY', csvOf('employer-checkup', [])],
  ['cut off inside a row', 'INTAKE_TRUNCATED', csvOf('employer-checkup', [{}, {}]).slice(0, -60)],
  ['of no layout', 'INTAKE_UNKNOWN_KIND', 'a,b\n1,2\n'],
])('a file %s is refused as an intake would', async (_why, code, content) => {
  await expect(inspect(content)).rejects.toMatchObject({ code });
});
