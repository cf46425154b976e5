import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { recogniseFile } from '#private/intake/detect.ts';
import { createZip } from '#sample-data/zip.ts';
import { masterDesk, record } from './files.ts';

const desk = await masterDesk();
afterAll(() => desk.close());
afterEach(() => desk.clear());

const disease = (code: string) =>
  record(46, { 1: 0, 2: 'B', 3: code, 6: '架空症', 16: 'E250', 22: '20240601', 24: '99999999' });
const modifier = record(19, { 1: 0, 2: 'Z', 3: '8002', 7: 'の疑い', 16: '99999999' });
const broken = record(19, { 1: 0, 2: 'Z', 3: '8003', 14: '20240631' });

function zipFile(name: string, members: Readonly<Record<string, readonly string[]>>): string {
  const path = join(desk.folder, name);
  const zip = createZip(path);
  for (const [member, lines] of Object.entries(members)) zip.add(member, `${lines.join('\r\n')}\r\n`);
  zip.close();
  return path;
}

test('masters are read out of the ZIP they are handed out in', async () => {
  const path = zipFile('傷病名マスター.zip', {
    'readme.txt': ['このファイルについて'],
    'sub/b_20240601.txt': [disease('8848176'), disease('8848177')],
    'sub/hb_20240601.txt': [disease('2500013')],
    'sub/z_20240701.txt': [modifier, broken],
    'sub/f_20240601.txt': [record(5, { 1: 0, 2: 'F', 3: '1011' })],
  });
  expect(await recogniseFile(path, '')).toEqual({ kind: 'master', form: 'official' });
  expect(await desk.read(path)).toEqual({
    form: 'official',
    records: 5,
    receipts: 0,
    points: 0,
    yen: 0,
    asOf: '2024-07-01',
    rows: { master_disease: 3, master_modifier: 1, quarantine: 1 },
  });
  expect(await desk.scratch.rows('select position, line, reason from raw.quarantine')).toEqual([
    { position: 5, line: 2, reason: 'row_value' },
  ]);
});

test('the date in the name of the ZIP goes before those inside', async () => {
  const path = zipFile('b_20240801.zip', { 'b_20240601.txt': [disease('8848176')] });
  expect((await desk.read(path)).asOf).toBe('2024-08-01');
});

test('a ZIP of something else is no master', async () => {
  const path = zipFile('documents.zip', { 'a.xml': ['<a/>'], 'b.txt': ['文'] });
  expect(await recogniseFile(path, '')).toMatchObject({ kind: 'checkup' });
  await expect(desk.read(path)).rejects.toMatchObject({ code: 'INTAKE_UNKNOWN_KIND' });
});

test('a master cut off inside a ZIP refuses the whole of it', async () => {
  const path = join(desk.folder, 'cut_20240601.zip');
  const zip = createZip(path);
  zip.add('b.txt', `${disease('8848176')}\r\n${disease('8848177').slice(0, 30)}`);
  zip.close();
  await expect(desk.read(path)).rejects.toMatchObject({ code: 'INTAKE_TRUNCATED' });
});
