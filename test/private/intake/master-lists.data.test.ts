import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { inspectFile } from '#private/intake/inspect.ts';
import { readMaster } from '#private/intake/masters/reader.ts';
import { source } from '#private/intake/masters/source.ts';
import { ensureScratchTables } from '#private/intake/sources.ts';
import { openForBuild } from '#private/warehouse.ts';
import { encodeCp932 } from '#sample-data/cp932.ts';
import { parseMonth } from '#shared/month.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-lists-'));
const scratch = await openForBuild(':memory:');
await ensureScratchTables(scratch, source);
afterAll(() => {
  scratch.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() =>
  scratch.run('delete from raw.generic_class; delete from raw.selected_brand; delete from raw.quarantine'),
);

const classHead =
  '薬価基準収載医薬品コード,成分名,品名,各先発医薬品の後発医薬品の有無に関する情報,収載年月日,備考';
const selectedHead =
  '区分,薬価基準収載医薬品コード,品名,薬価,後発医薬品最高価格,長期収載品と後発医薬品の価格差の２分の１,保険外併用療養費の算出に用いる価格';

function file(
  name: string,
  lines: readonly string[],
  bytes = (text: string): Uint8Array => Buffer.from(text),
) {
  const path = join(folder, name);
  writeFileSync(path, bytes(`${lines.join('\r\n')}\r\n`));
  return path;
}

async function read(path: string, fileName: string) {
  return readMaster(path, {
    fileId: 7,
    fileName,
    insurerNumber: '06999991',
    indexKey: Buffer.alloc(32),
    sealIdentity: () => Buffer.alloc(0),
    thisMonth: parseMonth('2026-11')!,
    scratch,
    onProgress: () => {},
  });
}

describe('the class list', () => {
  test('is known by its header, in either encoding and whatever other columns it has', async () => {
    const rows = [
      '1124001F2029,架空成分,架空錠２ｍｇ,2,,',
      '1124001F1030,架空成分,架空錠「見本」,★,,',
      '1124003C1092,架空成分,架空散,,,',
    ];
    for (const encode of [encodeCp932, (text: string) => Buffer.from(`\uFEFF${text}`)]) {
      const path = file('後発品_20250401.csv', [classHead, ...rows], encode);
      const result = await read(path, '後発品_20250401.csv');
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
    const result = await read(path, 'a_20250401.csv');
    expect(result.rows).toEqual({ generic_class: 1, quarantine: 3 });
    expect(await scratch.rows('select line, reason from raw.quarantine order by line')).toEqual([
      { line: 2, reason: 'row_value' },
      { line: 3, reason: 'row_value' },
      { line: 4, reason: 'row_columns' },
    ]);
  });

  test('without a date in its name it is refused', async () => {
    const path = file('list.csv', [classHead, '1124001F2029,架空成分,架空錠,2,,']);
    await expect(read(path, 'list.csv')).rejects.toThrow(/INTAKE_REFUSED.*from which day/);
  });

  test('broken off inside a row it is refused as a whole', async () => {
    const path = join(folder, 'b_20250401.csv');
    writeFileSync(path, `${classHead}\n1124001F2029,架空成分,架空錠,2,,\n1124001F`);
    await expect(read(path, 'b_20250401.csv')).rejects.toThrow('INTAKE_TRUNCATED');
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
      expect(await read(path, 's_20260601.csv')).toMatchObject({
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

  test('a row without a price is set aside, never read as zero', async () => {
    const path = file('t_20260601.csv', [selectedHead, '内用薬,2189018F1027,架空錠,64.4,34,,49.2']);
    expect((await read(path, 't_20260601.csv')).rows).toEqual({ selected_brand: 0, quarantine: 1 });
  });

  test('kenpo inspect tells what it is', async () => {
    const path = file('u_20260601.csv', [selectedHead, '内用薬,2189018F1027,架空錠,64.4,34,15.2,49.2']);
    expect(await inspectFile(path, new Date('2026-11-21T12:00:00+09:00'))).toMatchObject({
      kind: 'master',
      form: 'selected-brand',
      byRecord: { selected_brand: 1 },
    });
  });
});
