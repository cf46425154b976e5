import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readMaster } from '#private/intake/masters/reader.ts';
import { source } from '#private/intake/masters/source.ts';
import { ensureScratchTables } from '#private/intake/sources.ts';
import { openForBuild } from '#private/warehouse.ts';
import { encodeCp932 } from '#sample-data/cp932.ts';
import { createZip } from '#sample-data/zip.ts';
import { parseMonth } from '#shared/month.ts';

/** A folder for files of one test file, and a scratch warehouse to read them into. */
export async function masterDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-masters-'));
  const scratch = await openForBuild(':memory:');
  await ensureScratchTables(scratch, source);
  return {
    folder,
    scratch,
    read: (path: string) =>
      readMaster(path, {
        fileId: 7,
        fileName: basename(path),
        insurerNumber: '06999991',
        indexKey: Buffer.alloc(32),
        sealIdentity: () => Buffer.alloc(0),
        thisMonth: parseMonth('2026-11')!,
        scratch,
        onProgress: () => {},
      }),
    rows: (table: string) => scratch.rows(`select * exclude (file_id) from raw.${table}`),
    async clear() {
      for (const { name } of [...source.tables, { name: 'quarantine' }])
        await scratch.run(`delete from raw.${name}`);
    },
    close() {
      scratch.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lines as a file, cp932 unless told otherwise. */
export function textFile(
  path: string,
  lines: readonly string[],
  encode: (text: string) => Uint8Array = encodeCp932,
): string {
  writeFileSync(path, encode(`${lines.join('\r\n')}\r\n`));
  return path;
}

/** A record of an official master: quoted values at their positions from 1. */
export function record(width: number, values: Readonly<Record<number, string | number>>): string {
  return Array.from({ length: width }, (_, index) => `"${values[index + 1] ?? ''}"`).join(',');
}

/** A workbook whose sheets are given as the inside of `sheetData`; `strings` as the `si` elements. */
export function workbookFile(path: string, sheets: readonly string[], strings = ''): string {
  const zip = createZip(path);
  zip.add('[Content_Types].xml', '<Types/>');
  if (strings !== '') zip.add('xl/sharedStrings.xml', `<sst>${strings}</sst>`);
  for (const [index, data] of sheets.entries())
    zip.add(`xl/worksheets/sheet${index + 1}.xml`, `<worksheet><sheetData>${data}</sheetData></worksheet>`);
  zip.close();
  return path;
}

/** Rows of a sheet: numbers as numbers, texts in the cells themselves. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  const inside = (text: string) =>
    /^\d+(\.\d+)?$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const cell = (text: string) => (text === '' ? '<c/>' : inside(text));
  return rows.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`).join('');
}
