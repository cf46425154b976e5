import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateDocument } from '#private/intake/checkup/schema/validate.ts';
import { isFault, parseXml } from '#private/intake/xml.ts';
import { decode, type WrittenSociety, writeSociety } from './written.ts';

type Archive = { readonly name: string; readonly files: ReadonlyMap<string, string> };

let society: WrittenSociety;
let archives: readonly Archive[];
beforeAll(async () => {
  society = await writeSociety({ members: 500, months: 14, seed: 5 });
  const zips = [...society.files].filter(([name]) => /^inbox\/checkups\/.*\.zip$/.test(name));
  archives = await Promise.all(zips.map(([name, bytes]) => opened(name, bytes)));
}, 120_000);

async function opened(path: string, bytes: Buffer): Promise<Archive> {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), { checkSignature: true });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  await reader.close();
  return { name: path.slice('inbox/checkups/'.length, -'.zip'.length), files };
}

function inside({ files }: Archive, part: string): string[] {
  return [...files].filter(([name]) => name.includes(part)).map(([, text]) => text);
}

function listed(start: string): string[][] {
  const found = [...society.files].filter(([name]) => name.startsWith(`inbox/${start}`));
  return found.flatMap(([, bytes]) =>
    decode(bytes)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')),
  );
}

describe('archives', () => {
  test('each has one root folder, and its index counts its documents', () => {
    expect(archives.length).toBeGreaterThan(6);
    let documents = 0;
    for (const archive of archives) {
      expect([...archive.files.keys()].every((name) => name.startsWith(`${archive.name}/`))).toBe(true);
      const data = inside(archive, '/DATA/').length;
      expect(inside(archive, 'ix08_V08')[0]).toContain(`<totalRecordCount value="${data}"/>`);
      documents += data;
    }
    const { checkups, guidanceDocuments } = society.planted.counts;
    expect(documents).toBe(checkups! + guidanceDocuments!);
    expect(guidanceDocuments).toBeGreaterThan(10);
  });

  test('every document has the structure of its schema, but for the ones cut off', () => {
    const found = archives.flatMap(({ files }) =>
      [...files.values()].map((text) => parseXml(Buffer.from(text))),
    );
    const documents = found.flatMap((one) => (isFault(one) ? [] : [one]));
    expect(documents.flatMap((one) => validateDocument(one))).toEqual([]);
    expect(found.length - documents.length).toBe(society.planted.messy['checkup_broken']);
  });

  test('a summary counts the claims and adds up their yen', () => {
    const settled = archives.filter((archive) => inside(archive, '/CLAIMS/').length > 0);
    expect(new Set(settled.map(({ name }) => name.at(-1)))).toEqual(new Set(['1', '2']));
    for (const archive of settled) {
      const claims = inside(archive, '/CLAIMS/');
      const yen = claims.map((text) => Number(/<claimAmount value="(\d+)"/.exec(text)?.[1]));
      const [summary] = inside(archive, 'su08_V08');
      expect(summary).toContain(`<totalSubjectCount value="${claims.length}"/>`);
      expect(summary).toContain(`<totalClaimAmount value="${yen.reduce((sum, one) => sum + one, 0)}"`);
    }
  });

  test('a claim has the name of its document but for the first letter', () => {
    for (const { files } of archives) {
      const names = [...files.keys()].map((name) => name.split('/').at(-1)!);
      for (const name of names.filter((one) => /^[cp]\d/.test(one)))
        expect(names).toContain(`${name.startsWith('c') ? 'h' : 'g'}${name.slice(1)}`);
    }
  });

  test('before fiscal 2024 the older forms: namespace, smoking in two answers, wish for guidance, no casual lipids', () => {
    const old = archives.filter(({ name }) => /_2023\d{5}_1$|_20240[1-3]\d{3}_1$/.test(name));
    const text = old.flatMap((archive) => [...archive.files.values()]).join('');
    expect(text).toContain('http://tokuteikenshin.jp/checkup/2007');
    expect(text).toContain('9N806000000000011');
    expect(text).not.toContain('9N808000000000011');
    expect(text).not.toMatch(/3F0151299|codeSystem="[\d.]+\.24060"/);
    const recent = archives.filter(({ name }) => /_2024(0[5-9]|1\d)\d{3}_1$/.test(name));
    expect(recent.flatMap((archive) => [...archive.files.values()]).join('')).toMatch(/\.24060"/);
  });

  test('all reports of a course are there: begun, on the way, evaluated, stopped', () => {
    const guidance = archives.filter(({ name }) => name.endsWith('_2'));
    const reports = guidance.flatMap((archive) =>
      inside(archive, '/DATA/').map((text) => /<code code="(\d\d)" codeSystem="[\d.]+1001"/.exec(text)?.[1]),
    );
    expect(new Set(reports)).toEqual(new Set(['21', '22', '23', '24', '25']));
  });
});

describe('lists', () => {
  test('every row has a cell for each column of its head', () => {
    for (const start of [
      'checkups/事業者健診',
      'checkups/人間ドック',
      'checkups/紙の健診',
      'checkups/特定保健指導',
    ]) {
      const rows = listed(start);
      expect(rows.length).toBeGreaterThan(2);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
  });

  test('the two files of the public tool have the same keys in the same order', () => {
    const keys = (part: string) =>
      [...society.files]
        .filter(([name]) => name.includes('変換ツール') && name.endsWith(part))
        .flatMap(([, bytes]) => decode(bytes).trimEnd().split('\r\n').slice(3))
        .map((line) => line.split(',')[0]);
    expect(keys('_1.csv')).toEqual(keys('_2.csv'));
    expect(keys('_1.csv').length).toBeGreaterThan(1);
  });

  test('a sheet typed twice has two equal rows, or differs or lacks one as planted', () => {
    const [, ...rows] = listed('checkups/紙の健診').filter((row) => row[0] !== '用紙番号');
    const sheets = Map.groupBy(
      listed('checkups/紙の健診').filter(([sheet]) => sheet !== '用紙番号'),
      (row) => row[0],
    );
    const typed = (row: readonly string[]) => [row[0], ...row.slice(2, 11), ...row.slice(13)].join();
    const differing = [...sheets.values()].filter(([one, two]) => two && typed(one!) !== typed(two));
    const single = [...sheets.values()].filter((some) => some.length === 1);
    expect(rows.length).toBeGreaterThan(0);
    expect(differing).toHaveLength(society.planted.messy['paper_differs'] ?? 0);
    expect(single).toHaveLength(society.planted.messy['paper_once'] ?? 0);
  });

  test('exclusions name members of the ledger and days in order', () => {
    const [head, ...rows] = listed('ledgers/特定健診除外者一覧');
    expect(head).toEqual(['加入者ID', '除外理由', '開始日', '終了日', '基準日']);
    const members = new Set(listed('ledgers/加入者台帳').map(([id]) => id));
    expect(rows.length).toBeGreaterThan(0);
    for (const [id, , from, to] of rows) {
      expect(members.has(id!)).toBe(true);
      expect(from! <= to!).toBe(true);
    }
  });
});
