import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kenpo } from '../fixtures/kenpo.ts';
import { sampleHome } from '../fixtures/sample-home.ts';
import { sampleSize } from '../fixtures/sample-size.ts';

const home = sampleHome();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-demo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = Object.entries(sampleSize).flatMap(([name, value]) => [`--${name}`, String(value)]);

test('a second start with the same choice reuses what exists', () => {
  const before = readFileSync(home.warehouse);
  const run = kenpo('demo', '--home', home.root, '--no-serve', '--json', ...size);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject({
    home: home.root,
    release: readFileSync(home.current, 'utf8').trim(),
    counts: { members: sampleSize.members, months: sampleSize.months, lastMonth: '2026-03' },
    seconds: { generate: expect.any(Number), ingest: expect.any(Number), release: expect.any(Number) },
  });
  expect(readFileSync(home.warehouse).equals(before)).toBe(true);
});

test('a home that is not a demo is left alone', () => {
  const real = join(folder, 'real');
  expect(kenpo('init', '--home', real, '--name', 'みほん組合', '--insurer', '06999991').code).toBe(0);
  writeFileSync(join(real, 'private', 'inbox', 'keep.txt'), 'x');
  const run = kenpo('demo', '--home', real, '--no-serve');
  expect(run.code).toBe(2);
  expect(run.err).toContain('見本の組合ではありません');
  expect(readFileSync(join(real, 'private', 'inbox', 'keep.txt'), 'utf8')).toBe('x');
});

test('a new home starts with no purpose adopted, and is not made twice', () => {
  const twice = join(folder, 'twice');
  const args = ['init', '--home', twice, '--name', 'みほん組合', '--insurer', '06999991'];
  expect(kenpo(...args).code).toBe(0);
  const settings = readFileSync(join(twice, 'society.toml'), 'utf8');
  expect(settings).not.toMatch(/^\[\[purpose\]\]/m);
  expect(kenpo(...args).code).toBe(2);
  expect(readFileSync(join(twice, 'society.toml'), 'utf8')).toBe(settings);
});

test('a demo home takes no file that the generator did not write', () => {
  const foreign = join(folder, '事業所一覧.csv');
  writeFileSync(
    foreign,
    '\ufeff事業所コード,事業所名,業種,都道府県,グループコード,適用開始日,適用終了日,基準日\r\nE999,よそ株式会社（架空）,製造業,13,,2020-04-01,,2026-04-01\r\n',
  );
  const copy = join(folder, 'copy');
  cpSync(home.root, copy, {
    recursive: true,
    filter: (path) => !/\/private\/(inbox|raw|proofs)$/.test(path),
  });
  const run = kenpo('ingest', foreign, '--home', copy, '--json');
  expect(run.code).toBe(10);
  expect(run.out).toContain('INTAKE_FOREIGN_TO_DEMO');
  expect(JSON.parse(run.out).counts).toMatchObject({ taken: 0, refused: 1 });
});
