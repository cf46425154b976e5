import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ledgerEntries } from '#office/ledger.ts';
import { openCurrentRelease } from '#release/read.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { findCanaries } from '../attacks/find-canaries.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { readPlanted, sampleHome } from '../fixtures/sample-home.ts';

const result = z.strictObject({
  period: z.string(),
  release: z.string(),
  reports: z.array(
    z.strictObject({
      unit: z.string(),
      numbers: z.array(z.string()),
      files: z.array(
        z.strictObject({
          number: z.string(),
          file: z.string(),
          kind: z.enum(['pdf', 'html']),
          pages: z.number(),
          sha256: z.string(),
        }),
      ),
    }),
  ),
});

let home: Home;
let made: z.infer<typeof result>;
const make = (...more: string[]) =>
  kenpo('report', 'employer', '--period', '2025', '--home', home.root, '--json', ...more);

beforeAll(() => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-report-')));
  for (const part of ['society.toml', 'office', 'public', 'private/keys'])
    cpSync(join(sampleHome().root, part), join(home.root, part), { recursive: true });
  made = result.parse(JSON.parse(make('--all').out));
});
afterAll(() => rmSync(home.root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(home.root, file));
const files = () => made.reports.flatMap((report) => report.files);

describe('kenpo report employer', () => {
  test('makes one numbered PDF and HTML for every reporting unit, and they stand in the ledger', async () => {
    const release = await openCurrentRelease(home.public);
    const units = release.manifest.lists['reporting-unit']!.map(({ code }) => code);
    expect(made.reports.length).toBeGreaterThan(2);
    for (const { unit, files: some, numbers } of made.reports) {
      expect(units).toContain(unit);
      expect(some.map(({ kind }) => kind)).toEqual(['pdf', 'html']);
      expect(numbers).toEqual(some.map(({ number }) => number));
    }
    const known = new Map(ledgerEntries(home).map((entry) => [entry.number, entry]));
    for (const file of files()) {
      expect(sha256(read(file.file))).toBe(file.sha256);
      expect(file.file).toBe(`private/outbox/${file.number}.${file.kind}`);
      expect(file.pages).toBe(4);
      expect(known.get(file.number)).toMatchObject({
        kind: 'report:employer',
        purpose: 'employer-report-deidentified',
        confidentiality: 'internal',
        period: '2025',
        digest: file.sha256,
        sheets: 4,
      });
    }
    expect(readdirSync(home.outbox).sort()).toEqual(
      files()
        .map(({ file }) => file.slice(15))
        .sort(),
    );
  });

  test('says nothing of another unit in any file', async () => {
    const release = await openCurrentRelease(home.public);
    const units = release.manifest.lists['reporting-unit']!;
    for (const { unit, files: some } of made.reports) {
      const page = read(some.find(({ kind }) => kind === 'html')!.file).toString('utf8');
      expect(page).toContain(units.find(({ code }) => code === unit)!.ja);
      for (const other of units.filter(({ code }) => code !== unit)) {
        expect(page).not.toContain(other.ja);
        for (const cell of release.cells('members'))
          if (cell.at['unit'] === other.code && cell.value !== null && cell.value >= 1000)
            expect(page).not.toContain(cell.value.toLocaleString('en'));
      }
    }
  });

  test('holds no canary', () => {
    const { canaries } = readPlanted(sampleHome());
    expect(files().flatMap(({ file }) => findCanaries(read(file), canaries))).toEqual([]);
  });

  test('made again, all or one, gives the same numbers and bytes', () => {
    const [first] = made.reports;
    const before = ledgerEntries(home).length;
    const again = result.parse(JSON.parse(make('--unit', first!.unit).out));
    expect(again.reports).toEqual([first]);
    expect(ledgerEntries(home).length).toBe(before);
  });

  test('does not overwrite a report that somebody changed', () => {
    const [first] = made.reports;
    const path = join(home.root, first!.files[1]!.file);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes, Buffer.from(' ')]));
    expect(make('--unit', first!.unit)).toMatchObject({ code: 12 });
    expect(readFileSync(path).length).toBe(bytes.length + 1);
    writeFileSync(path, bytes);
  });
});

test.each([
  [['society', '--period', '2025', '--all'], 2],
  [['employer', '--all'], 2],
  [['employer', '--period', '25', '--all'], 2],
  [['employer', '--period', '2025'], 2],
  [['employer', '--period', '2025', '--all', '--unit', '1001'], 2],
  [['employer', '--period', '2019', '--all'], 13],
  [['employer', '--period', '2025', '--unit', '9999'], 13],
])('kenpo report %j ends with %i and makes nothing', (parameters, code) => {
  const before = readdirSync(home.outbox).length;
  expect(kenpo('report', ...parameters, '--home', home.root).code).toBe(code);
  expect(readdirSync(home.outbox).length).toBe(before);
});

test('is refused where the society has not adopted the purpose', () => {
  const settings = readFileSync(home.settings, 'utf8');
  writeFileSync(home.settings, settings.replace('"employer-report-deidentified"', '"no-such-purpose"'));
  const run = make('--all');
  writeFileSync(home.settings, settings);
  expect(run.code).toBe(12);
  expect(`${run.out}${run.err}`).toContain('PURPOSE_NOT_ADOPTED');
});
