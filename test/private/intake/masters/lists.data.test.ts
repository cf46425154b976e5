import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { encodeCp932 } from '#sample-data/cp932.ts';
import { masterDesk, sheetRows, textFile, workbookFile } from './files.ts';

const desk = await masterDesk();
const { folder, scratch } = desk;
afterAll(() => desk.close());
afterEach(() => desk.clear());

const classHead =
  '薬価基準収載医薬品コード,成分名,品名,各先発医薬品の後発医薬品の有無に関する情報,収載年月日,備考';
const selectedHead =
  '区分,薬価基準収載医薬品コード,品名,薬価,後発医薬品最高価格,長期収載品と後発医薬品の価格差の２分の１,保険外併用療養費の算出に用いる価格';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

function file(name: string, lines: readonly string[], encode = utf8): string {
  return textFile(join(folder, name), lines, encode);
}

const read = (path: string) => desk.read(path);

describe('the class list', () => {
  test('is known by its header, in either encoding and whatever other columns it has', async () => {
    const rows = [
      '1124001F2029,架空成分,架空錠２ｍｇ,2,,',
      '1124001F1030,架空成分,架空錠「見本」,★,,',
      '1124003C1092,架空成分,架空散,,,',
    ];
    for (const encode of [encodeCp932, (text: string) => Buffer.from(`\uFEFF${text}`)]) {
      const path = file('後発品_20250401.csv', [classHead, ...rows], encode);
      const result = await read(path);
      expect(result).toMatchObject({ form: 'generic-class', records: 3, asOf: '2025-04-01' });
      expect(
        await scratch.rows('select price_code, class from raw.generic_class order by price_code'),
      ).toEqual([
        { price_code: '1124001F1030', class: '★' },
        { price_code: '1124001F2029', class: '2' },
        { price_code: '1124003C1092', class: null },
      ]);
      await scratch.run('delete from raw.generic_class');
    }
  });

  test('rows that cannot be read are set aside with their line', async () => {
    const rows = [
      '1124001F2029,架空成分,架空錠,4,,',
      '1124001F202,架空成分,架空錠,2,,',
      '1124001F2029,架空成分',
      '1124001F2029,架空成分,架空錠,3,,',
    ];
    const path = file('a_20250401.csv', [classHead, ...rows]);
    const result = await read(path);
    expect(result.rows).toEqual({ generic_class: 1, quarantine: 3 });
    expect(await scratch.rows('select line, reason from raw.quarantine order by line')).toEqual([
      { line: 2, reason: 'row_value' },
      { line: 3, reason: 'row_value' },
      { line: 4, reason: 'row_columns' },
    ]);
  });

  test('the columns of newer editions are read where they are', async () => {
    const head = `${classHead},診療報酬における加算等の算定対象から除外する品目,カットオフ値の計算に含める品目`;
    const rows = ['1124001F2029,架空成分,架空錠,2,,,1,', '1124001F1030,架空成分,架空錠「見本」,3,,,,1'];
    await read(file('c_20250401.csv', [head, ...rows]));
    expect(await scratch.rows('select class, is_excluded, in_cutoff from raw.generic_class')).toEqual([
      { class: '2', is_excluded: true, in_cutoff: false },
      { class: '3', is_excluded: false, in_cutoff: true },
    ]);
  });

  test('without a date in its name it is refused', async () => {
    const path = file('list.csv', [classHead, '1124001F2029,架空成分,架空錠,2,,']);
    await expect(read(path)).rejects.toThrow(/INTAKE_REFUSED.*from which day/);
  });

  test('broken off inside a row it is refused as a whole', async () => {
    const path = join(folder, 'b_20250401.csv');
    writeFileSync(path, `${classHead}\n1124001F2029,架空成分,架空錠,2,,\n1124001F`);
    await expect(read(path)).rejects.toThrow('INTAKE_TRUNCATED');
  });
});

describe('the list of prices', () => {
  const priceHead =
    '区分,薬価基準収載医薬品コード,成分名,規格,,,,品名,メーカー名,診療報酬において加算等の算定対象となる後発医薬品,先発医薬品,同一剤形・規格の後発医薬品がある先発医薬品,薬価,経過措置による使用期限,備考'.split(
      ',',
    );
  const product = (values: Readonly<Record<number, string>>) =>
    priceHead.map((_, index) => values[index] ?? '');
  const brand = product({
    0: '内用薬',
    1: '1124001F1022',
    2: '架空成分',
    3: '１ｍｇ１錠',
    7: '架空錠',
    10: '先発品',
    11: '○',
    12: '17.399999999999999',
    13: 'R8.3.31まで',
  });
  const generic = product({ 0: '注射薬', 1: '1124400A1019', 7: '架空注', 9: '★', 12: '1,361.5' });
  const inSheet = (row: readonly string[]) => row.map((text) => text.replace('1,361.5', '1361.5'));

  test('every column, from CSV with titles above the header', async () => {
    const title = '薬価基準収載品目リスト（令和７年８月１４日適用）';
    const quoted = (row: readonly string[]) =>
      row.map((text) => `"${text.replace('17.399999999999999', '17.4')}"`).join(',');
    const lines = [
      title,
      '',
      quoted(priceHead).replace('先発医薬品', '先発\n医薬品'),
      quoted(brand),
      quoted(generic),
    ];
    expect(await read(file('list.csv', lines))).toEqual({
      form: 'price-list',
      records: 2,
      receipts: 0,
      points: 0,
      yen: 0,
      asOf: '2025-08-14',
      rows: { price_list: 2, quarantine: 0 },
    });
    expect(await desk.rows('price_list')).toEqual([
      {
        category: '内用薬',
        price_code: '1124001F1022',
        ingredient: '架空成分',
        specification: '１ｍｇ１錠',
        name: '架空錠',
        generic: null,
        brand: '先発品',
        has_generic: true,
        price_milliyen: 17_400,
        expires_on: '2026-03-31',
      },
      {
        category: '注射薬',
        price_code: '1124400A1019',
        ingredient: null,
        specification: null,
        name: '架空注',
        generic: '★',
        brand: null,
        has_generic: false,
        price_milliyen: 1_361_500,
        expires_on: null,
      },
    ]);
  });

  test('every sheet of a workbook, each with its own header and notes', async () => {
    const heading = ['', '薬価基準収載品目リスト', '', '2025年8月14日現在'];
    const sheets = [
      sheetRows([['この様式は令和6年1月1日に定めた'], ['説明']]),
      sheetRows([heading, [], priceHead, inSheet(brand), ['※ 経過措置品目を含みます。'], [], priceHead]),
      sheetRows([priceHead, inSheet(generic)]),
    ];
    const result = await read(workbookFile(join(folder, 'tp_01.xlsx'), sheets));
    expect(result).toMatchObject({ form: 'price-list', records: 2, asOf: '2025-08-14' });
    expect(result.rows).toEqual({ price_list: 2, quarantine: 0 });
    expect(await scratch.rows('select price_code, price_milliyen from raw.price_list order by 1')).toEqual([
      { price_code: '1124001F1022', price_milliyen: 17_400 },
      { price_code: '1124400A1019', price_milliyen: 1_361_500 },
    ]);
  });

  test('the date in the name goes before the one in the titles', async () => {
    const sheet = sheetRows([['令和6年4月1日'], priceHead, inSheet(brand)]);
    const result = await read(workbookFile(join(folder, 'tp20250814-01_01.xlsx'), [sheet]));
    expect(result.asOf).toBe('2025-08-14');
  });

  test('rows that say something else than the list may are set aside', async () => {
    const rows = [
      { ...brand, 9: '後発' },
      { ...brand, 10: '後発品' },
      { ...brand, 12: '' },
      { ...brand, 12: '10円' },
      { ...brand, 13: '当分の間' },
      { ...brand, 1: '' },
      { ...brand, 7: '' },
    ].map((row) => Object.values<string>(row));
    const path = workbookFile(join(folder, 'bad_20250814.xlsx'), [
      sheetRows([priceHead, ...rows.map(inSheet)]),
    ]);
    expect((await read(path)).rows).toEqual({ price_list: 0, quarantine: 7 });
    expect(await scratch.rows('select line, reason from raw.quarantine order by line')).toEqual([
      { line: 2, reason: 'row_value' },
      { line: 3, reason: 'row_value' },
      { line: 4, reason: 'row_empty' },
      { line: 5, reason: 'row_value' },
      { line: 6, reason: 'row_value' },
      { line: 7, reason: 'row_empty' },
      { line: 8, reason: 'row_empty' },
    ]);
  });

  test('a product is taken once per list', async () => {
    const sheets = [
      sheetRows([priceHead, inSheet(brand), inSheet(brand)]),
      sheetRows([priceHead, inSheet(brand)]),
    ];
    const result = await read(workbookFile(join(folder, 'twice_20250814.xlsx'), sheets));
    expect(result).toMatchObject({ records: 3, rows: { price_list: 1, quarantine: 2 } });
    expect(await scratch.rows('select distinct reason from raw.quarantine')).toEqual([
      { reason: 'row_repeated' },
    ]);
  });

  test('a header below thirty rows is none', async () => {
    const lines = [...Array<string>(30).fill('説明'), priceHead.join(','), generic.join(',')];
    await expect(read(file('deep_20250814.csv', lines))).rejects.toThrow('INTAKE_UNKNOWN_KIND');
    expect((await read(file('deep2_20250814.csv', lines.slice(1)))).records).toBe(1);
  });
});

describe('the list of selected care', () => {
  test('prices in thousandths of a yen; the share of the gap by how its header begins', async () => {
    for (const part of ['２', '４', '2']) {
      const head = selectedHead.replace('２', part);
      const path = file('s_20260601.csv', [
        head,
        '内用薬,2189018F1027,架空錠,64.4,34,15.2,49.2',
        '内用薬,2290801G2025,架空吸入,"2,535.30",1468,533.65,"2,001.65"',
      ]);
      expect(await read(path)).toMatchObject({
        form: 'selected-brand',
        asOf: '2026-06-01',
      });
      expect(
        await scratch.rows('select * exclude (file_id, name) from raw.selected_brand order by price_code'),
      ).toEqual([
        {
          price_code: '2189018F1027',
          price_milliyen: 64_400,
          highest_generic_milliyen: 34_000,
          gap_share_milliyen: 15_200,
          insured_milliyen: 49_200,
        },
        {
          price_code: '2290801G2025',
          price_milliyen: 2_535_300,
          highest_generic_milliyen: 1_468_000,
          gap_share_milliyen: 533_650,
          insured_milliyen: 2_001_650,
        },
      ]);
      await scratch.run('delete from raw.selected_brand');
    }
  });

  test('broken off in its first column it is refused, not taken for a note', async () => {
    const path = join(folder, 'cut_20260601.csv');
    writeFileSync(path, `${selectedHead}\n内用薬,2189018F1027,架空錠,64.4,34,15.2,49.2\n内用`);
    await expect(read(path)).rejects.toThrow('INTAKE_TRUNCATED');
  });

  test('a row without a price is set aside, never read as zero', async () => {
    const path = file('t_20260601.csv', [selectedHead, '内用薬,2189018F1027,架空錠,64.4,34,,49.2']);
    expect((await read(path)).rows).toEqual({ selected_brand: 0, quarantine: 1 });
  });

  test('kenpo inspect tells what it is, though it hides the name of the file', async () => {
    const path = file('u_20260601.csv', [selectedHead, '内用薬,2189018F1027,架空錠,64.4,34,15.2,49.2']);
    expect(await inspectFile(path, new Date('2026-11-21T12:00:00+09:00'), '[1]')).toMatchObject({
      kind: 'master',
      form: 'selected-brand',
      asOf: '2026-06-01',
      byRecord: { selected_brand: 1 },
    });
  });
});
