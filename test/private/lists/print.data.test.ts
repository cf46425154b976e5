import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { DraftHeader } from '#private/documents/draft.ts';
import type { Addressed, ExceptionReason, Part } from '#private/documents/printer.ts';
import { openList } from '#private/lists/open.ts';
import { printList } from '#private/lists/print.ts';
import { inSheetOrder, printSettings, sheetRow, sheetSettings } from '#private/lists/sheet.ts';
import { inkIn, pagesOf } from '../../print/pixels.ts';

const list = await openList('guidance');
const header: DraftHeader = {
  id: 'd-abcdefghij',
  kind: 'list:guidance',
  purpose: 'guidance-targeting',
  confidentiality: 'top-secret',
  period: '2025',
  scope: list.contract.scope.ja,
  asOf: '2026-03-31',
  maker: 'operator',
  ruleVersions: { 'guidance-level': '2024-04-01' },
  counts: {},
  settings: printSettings(list),
};

const person = (row: string, name: string, kana: string, level = 'motivational'): Addressed => ({
  row: {
    row,
    level,
    listed: true,
    reason: null,
    why: '腹囲85cm以上（男性）・空腹時血糖100以上',
    examinedOn: '2025-06-10',
    sex: 'male',
    age: 52,
    values: { waist_cm: 88, bmi: 25.4, sbp: 121, dbp: 80, fpg: 104, hba1c: null, hdl: 55, smoking: 'no' },
  },
  identity: {
    memberId: 'M0012345',
    symbol: '110',
    number: '1180',
    branch: '01',
    name,
    kana,
    birthDate: '1973-05-06',
    postalCode: '100-0000',
    address: '架空県架空市架空町1-1',
  },
  others: [],
});

async function printed(people: readonly Addressed[]) {
  const aside: [string, ExceptionReason][] = [];
  const parts: Part[] = [];
  const tools = {
    number: () => `2026-0000${parts.length + 1}`,
    putAside: ({ row }: Addressed, reason: ExceptionReason) => aside.push([row.row, reason]),
  };
  const each = (async function* () {
    yield* people;
  })();
  for await (const part of printList(header, each, tools)) parts.push(part);
  return { parts, aside };
}

const some = [
  person('aaaaaaaaaaaa', '見本　花子', 'ミホン　ハナコ'),
  person('bbbbbbbbbbbb', '髙﨑邉𠮷　＝1+1', 'アアア　アア', 'undecidable'),
  person(
    'cccccccccccc',
    '架空　とても長い名前の人物太郎左衛門之助',
    'カクウ　トテモナガイナマエノジンブツタロウザエモンノスケ',
    'intensive',
  ),
  person('dddddddddddd', '架空　次郎', 'カクウ　ジロウ'),
];

test('a paper list and an Excel file, by level, then by kana; the same again to the byte', async () => {
  const { parts, aside } = await printed(some);
  expect(aside).toEqual([]);
  expect(parts.map(({ extension }) => extension)).toEqual(['pdf', 'xlsx']);
  const again = await printed([...some].reverse());
  for (const [index, part] of parts.entries())
    expect(Buffer.from(part.bytes).equals(again.parts[index]!.bytes)).toBe(true);
  const order = inSheetOrder(some.map(sheetRow), sheetSettings(header)).map(({ row }) => row[0]);
  expect(order.join('')).toBe('cdab');
});

test('files say nothing of themselves but their number', async () => {
  const { parts } = await printed(some);
  const [pdf, xlsx] = parts.map(({ bytes }) => Buffer.from(bytes)) as [Buffer, Buffer];
  const text = pdf.toString('latin1');
  expect(text).toMatch(/\/Title \(2026-00001\)/);
  expect(text).not.toMatch(/\/(Author|Subject|Keywords|CreationDate|ModDate)\b/);
  const members = unzip(xlsx);
  expect([...members.keys()].filter((name) => name.includes('docProps'))).toEqual([]);
  expect(members.get('xl/workbook.xml')).toMatch(/<sheet [^>]*name="2026-00002"/);
  expect(members.get('xl/workbook.xml')).not.toMatch(/特定保健指導|guidance/);
  expect(xlsx.readUInt32LE(10)).toBe(0x0021_0000);
});

test('holds what the clerk needs and no address, birth date or member id', async () => {
  const { parts } = await printed(some);
  const members = unzip(Buffer.from(parts[1]!.bytes));
  const strings = members.get('xl/sharedStrings.xml')!;
  for (const word of [
    '極秘',
    '指定番号 2026-00002',
    '取扱期間 2026年3月31日〜2027年3月末',
    '開示範囲',
    '髙﨑邉𠮷　＝1+1',
    '110・1180-01',
    '積極的支援',
    '空腹時血糖',
  ])
    expect(strings).toContain(word);
  const sheet = members.get('xl/worksheets/sheet1.xml')!;
  for (const word of ['架空町', '1973', 'M0012345', '100-0000', 'aaaaaaaaaaaa'])
    expect(strings + sheet).not.toContain(word);
  expect(sheet).not.toContain('<f>');
});

test('every sheet carries ink between its margins alone, whatever the names', async () => {
  const { parts } = await printed([
    ...some,
    ...Array.from({ length: 30 }, (_, index) => person(`e${index}`, '見本　一', 'ミホン　ハジメ')),
  ]);
  const pages = await pagesOf(parts[0]!.bytes);
  expect(pages.length).toBe(parts[0]!.sheets);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    const inked = (left: number, top: number, right: number, bottom: number) =>
      inkIn(page, { left, top, right, bottom });
    expect(inked(15, 8, 282, 205)).toBeGreaterThan(0);
    const edges = [
      inked(0, 0, 297, 8),
      inked(0, 0, 14, 210),
      inked(283, 0, 297, 210),
      inked(0, 204, 297, 210),
    ];
    expect(edges).toEqual([0, 0, 0, 0]);
  }
});

test('a name no font can draw goes to the exception sheet; nobody left still makes a sheet', async () => {
  const { parts, aside } = await printed([person('aaaaaaaaaaaa', '見本　\u{f0000}', 'ミホン')]);
  expect(aside).toEqual([['aaaaaaaaaaaa', 'missing-glyphs']]);
  expect(parts.map(({ sheets }) => sheets)).toEqual([1, 1]);
});

test('more than a thousand persons: further files, numbered on', async () => {
  const many = Array.from({ length: 1001 }, (_, index) =>
    person(`r${String(index).padStart(4, '0')}`, '見本　一', 'ミホン　ハジメ'),
  );
  const { parts } = await printed(many);
  expect(parts.map(({ extension }) => extension)).toEqual(['pdf', 'xlsx', 'pdf', 'xlsx']);
  const last = unzip(Buffer.from(parts[3]!.bytes)).get('xl/worksheets/sheet1.xml')!;
  expect(last.match(/<row /g)).toHaveLength(6);
});

/** Members of a ZIP file as text. */
function unzip(bytes: Buffer): Map<string, string> {
  const members = new Map<string, string>();
  let entry = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(entry) === 0x02014b50) {
    const [packed, nameLength, extra, comment, local] = [
      bytes.readUInt32LE(entry + 20),
      bytes.readUInt16LE(entry + 28),
      bytes.readUInt16LE(entry + 30),
      bytes.readUInt16LE(entry + 32),
      bytes.readUInt32LE(entry + 42),
    ] as const;
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    members.set(name, (bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(body) : body).toString('utf8'));
    entry += 46 + nameLength + extra + comment;
  }
  return members;
}
