import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kenpo } from '../fixtures/kenpo.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-new-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the kind, a name and a file are needed', () => {
  expect(kenpo('new').code).toBe(2);
  expect(kenpo('new', 'dashboard', 'x', '--from', 'x').code).toBe(2);
  expect(kenpo('new', 'checkup-csv', 'mine').code).toBe(2);
});

test('a file without a heading gives no mapping', () => {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, '12,34,カナリヤ,1975-04-01,1,170\n');
  const { code, out, err } = kenpo('new', 'checkup-csv', 'never-made', '--from', file);
  expect(code).toBe(10);
  expect(out + err).not.toContain('カナリヤ');
});
