import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { recognise } from '#private/intake/detect.ts';
import { readHead } from '#private/intake/fingerprint.ts';
import { isWorkbook, readWorkbook } from '#private/intake/masters/workbook.ts';
import { createZip } from '#sample-data/zip.ts';
import { masterDesk, sheetRows, workbookFile } from './files.ts';

const desk = await masterDesk();
afterAll(() => desk.close());
const at = (name: string) => join(desk.folder, name);

async function sheetsOf(path: string): Promise<string[][][]> {
  const sheets: string[][][] = [];
  for await (const sheet of readWorkbook(path)) sheets.push(sheet.map(({ fields }) => [...fields]));
  return sheets;
}

describe('cells', () => {
  const row = (cells: string) => `<row r="4">${cells}</row>`;

  test.each([
    ['a number as it is shown', '<c r="A4"><v>17.399999999999999</v></c>', ['17.4']],
    ['a large one', '<c r="A4"><v>2520.1999999999998</v></c>', ['2520.2']],
    ['one that was computed', '<c r="A4"><f>A1-A2</f><v>15.200000000000003</v></c>', ['15.2']],
    ['a whole one', '<c r="A4"><v>750</v></c>', ['750']],
    ['a shared text without its reading', '<c r="A4" t="s"><v>1</v></c>', ['成分名']],
    ['a shared text of several runs', '<c r="A4" t="s"><v>0</v></c>', ['薬価基準']],
    ['a broken line', '<c r="A4" t="inlineStr"><is><t>先発_x000D_\n医薬品</t></is></c>', ['先発\n医薬品']],
    ['a text of its own', '<c r="A4" t="inlineStr"><is><t>内用薬</t></is></c>', ['内用薬']],
    ['a text from a formula', '<c r="A4" t="str"><f>B1</f><v>局</v></c>', ['局']],
    ['an error is nothing', '<c r="A4" t="e"><v>#N/A</v></c>', ['']],
    [
      'cells left out are empty',
      '<c r="B4"><v>1</v></c><c r="AA4"><v>2</v></c>',
      ['', '1', ...Array(24).fill(''), '2'],
    ],
    ['cells without a name follow each other', '<c><v>1</v></c><c/><c><v>3</v></c>', ['1', '', '3']],
    ['a shared text that is not there', '<c t="s"><v>9</v></c>', ['']],
  ])('%s', async (_name, cells, fields) => {
    const strings =
      '<si><r><t>薬価</t></r><r><rPr/><t>基準</t></r></si><si><t>成分名</t><rPh sb="0" eb="2"><t>セイブンメイ</t></rPh></si>';
    const path = workbookFile(at('cells.xlsx'), [row(cells)], strings);
    expect(await sheetsOf(path)).toEqual([[fields]]);
    for await (const [record] of readWorkbook(path)) expect(record).toMatchObject({ line: 4, ended: true });
  });

  test('sheets come in the order of their numbers, also an empty one', async () => {
    const one = (text: string) => sheetRows([[text]]);
    const path = workbookFile(at('order.xlsx'), [...'abcdefghij'].map(one).concat(''));
    expect((await sheetsOf(path)).map((sheet) => sheet[0]?.[0])).toEqual([...'abcdefghij', undefined]);
  });
});

test('what a common library writes is read', async () => {
  const rows = [
    [{ value: '品名' }, { value: '薬価' }],
    [{ value: '架空錠' }, { value: 10.1 }],
  ];
  await writeExcel(rows).toFile(at('library.xlsx'));
  const head = await readHead(at('library.xlsx'));
  expect(isWorkbook(head)).toBe(true);
  expect(recognise(head, '')).toEqual({ kind: 'master', form: 'workbook' });
  expect(await sheetsOf(at('library.xlsx'))).toEqual([
    [
      ['品名', '薬価'],
      ['架空錠', '10.1'],
    ],
  ]);
});

describe('what is no workbook, or a bad one', () => {
  test('an archive of other files is none', async () => {
    const zip = createZip(at('checkups.zip'));
    zip.add('ix08_V08.xml', '<a/>');
    zip.add('xl/sharedStrings.xml', '<sst/>');
    zip.close();
    const head = await readHead(at('checkups.zip'));
    expect(isWorkbook(head)).toBe(false);
    expect(recognise(head, '')).toMatchObject({ kind: 'checkup' });
    expect(isWorkbook(Buffer.from('PK'))).toBe(false);
  });

  test.each([
    ['broken XML', '<row><c></row>', 'INTAKE_TRUNCATED'],
    ['deeper than any sheet', '<row>'.repeat(80), 'INTAKE_TRUNCATED'],
  ])('%s', async (_name, data, code) => {
    await expect(sheetsOf(workbookFile(at('bad.xlsx'), [data]))).rejects.toMatchObject({ code });
  });

  test('a document type declaration is refused', async () => {
    const zip = createZip(at('doctype.xlsx'));
    zip.add('[Content_Types].xml', '<Types/>');
    zip.add(
      'xl/worksheets/sheet1.xml',
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>&a;</sheetData></worksheet>',
    );
    zip.close();
    await expect(sheetsOf(at('doctype.xlsx'))).rejects.toMatchObject({ code: 'INTAKE_XML_UNSAFE' });
  });

  test('a sheet that unpacks a thousandfold is refused before it is unpacked', async () => {
    const path = workbookFile(at('bomb.xlsx'), [`<row><c><v>${'1'.repeat(3_000_000)}</v></c></row>`]);
    await expect(sheetsOf(path)).rejects.toMatchObject({ code: 'INTAKE_ARCHIVE_UNSAFE' });
  });

  test('a cell far to the right does not make a row of millions', async () => {
    const path = workbookFile(at('wide.xlsx'), ['<row><c r="IV1"><v>1</v></c><c r="IW1"><v>2</v></c></row>']);
    expect(await sheetsOf(path)).toEqual([[[...Array(255).fill(''), '1']]]);
  });

  test('an old or locked Excel file is refused with what to do', async () => {
    writeFileSync(at('old_20250401.xls'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(600, '0'), 'hex'));
    await expect(desk.read(at('old_20250401.xls'))).rejects.toMatchObject({
      code: 'INTAKE_REFUSED',
      hint: { en: expect.stringContaining('.xlsx') },
    });
  });

  test('a workbook without any list is of no known kind', async () => {
    const path = workbookFile(at('none_20250401.xlsx'), [sheetRows([['品名'], ['架空錠']])]);
    await expect(desk.read(path)).rejects.toMatchObject({ code: 'INTAKE_UNKNOWN_KIND' });
  });
});
