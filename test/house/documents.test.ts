import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { commands } from '../../src/commands/table.ts';
import { root } from './source-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('every error code is explained with its exit code, and no other', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| ([A-Z_]+) \| (\d+) \|/gm)];
  expect(Object.fromEntries(rows.map(([, code, exit]) => [code, Number(exit)]))).toEqual(errorCodes);
});

test('every error code is used somewhere in the code', async () => {
  const { sourceFiles } = await import('./source-files.ts');
  const all = [...sourceFiles(['src'], ['.ts'])]
    .filter(([path]) => path !== 'src/shared/errors.ts')
    .map(([, text]) => text)
    .join('\n');
  expect(Object.keys(errorCodes).filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});

test('both READMEs name every command', async () => {
  for (const file of ['README.md', 'README.ja.md']) {
    const text = read(file);
    expect(Object.keys(commands).filter((name) => !text.includes(`kenpo ${name}`))).toEqual([]);
  }
});

test('every command has a summary in both languages, a usage and an example that begin with its name', async () => {
  for (const [name, load] of Object.entries(commands)) {
    const command = await load();
    expect(command.usage.startsWith(`kenpo ${name}`)).toBe(true);
    expect(command.example).toContain(`kenpo ${name}`);
    expect(command.summary.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(command.summary.en).toMatch(/^[ -~]+$/);
  }
});
