import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kenpo } from '../fixtures/kenpo.ts';
import { root } from '../house/source-files.ts';

test('without a command it lists all of them, in the chosen language', () => {
  expect(kenpo()).toMatchObject({ code: 0, out: expect.stringContaining('見本の組合を作り') });
  expect(kenpo('--help', '--lang', 'en').out).toContain('everything on a generated society');
});

test('every command explains itself with an example', () => {
  const { code, out } = kenpo('release', '--help');
  expect(code).toBe(0);
  expect(out).toContain('例: kenpo release');
});

test('an unknown command or option is a usage error that says what to do and does not repeat what was typed', () => {
  const unknown = kenpo('見本太郎1980');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('kenpo --help');
  expect(unknown.err).not.toContain('見本太郎');
  const option = kenpo('verify', '--himitsu', '見本太郎');
  expect(option.code).toBe(2);
  expect(option.err).toContain('kenpo verify');
  expect(option.err).not.toContain('見本太郎');
});

test('a missing home is not found, with the way out, on stdout too where JSON was asked for', () => {
  const run = kenpo('verify', '--home', join(root, 'test', '.cache', 'no-such-home'), '--json');
  expect(run.code).toBe(13);
  expect(JSON.parse(run.out)).toMatchObject({
    error: { code: 'HOME_MISSING', hint: expect.stringContaining('kenpo init') },
  });
});
