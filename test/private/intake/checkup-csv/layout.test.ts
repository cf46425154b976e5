import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listedItem } from '#private/intake/checkup-csv/items.ts';
import { layoutDirectory, loadLayouts, parseLayout } from '#private/intake/checkup-csv/layout.ts';
import { loadWords } from '#private/intake/checkup-csv/words.ts';

const names = loadLayouts().map(({ name }) => name);

test('there are the layouts the sample society uses', () => {
  for (const name of ['dock-vendor', 'employer-checkup', 'guidance-contractor', 'paper-entry', 'public-tool'])
    expect(names).toContain(name);
});

describe.each(names)('the mapping %s', (name) => {
  const text = readFileSync(join(layoutDirectory, name, 'mapping.toml'), 'utf8');
  const { items, kind, record } = parseLayout(name, text);

  test('names every column once, and items of its own list', () => {
    const columns = items.map(({ column }) => column);
    expect(new Set(columns).size).toBe(columns.length);
    for (const { code, codes = {} } of items)
      for (const one of [code, ...Object.values(codes)].flatMap((each) =>
        typeof each === 'object' ? Object.values(each) : (each ?? []),
      ))
        expect(one).toHaveLength(kind === 'checkup' ? 17 : 10);
  });

  test('a column that decides on another one is a column itself, or has its words', () => {
    for (const { by, codes = {} } of items) {
      if (by === undefined) continue;
      const deciding = items.find(({ column }) => column === by);
      const isWords = Object.keys(codes).every((word) => !/^\d+$/.test(word));
      expect(deciding !== undefined || isWords, by).toBe(true);
    }
  });

  test('records of guidance say what they are', () => {
    expect(record !== undefined).toBe(kind === 'guidance');
  });
});

describe('a faulty mapping is refused by name and key', () => {
  const good = readFileSync(join(layoutDirectory, 'employer-checkup', 'mapping.toml'), 'utf8');
  test.each([
    ['no TOML', 'TOML', (text: string) => text.replace('title = "', 'title = ')],
    [
      'an item code that is not listed',
      'items.身長',
      (text: string) => text.replace('9N001000000000001', '9N001000000000009'),
    ],
    [
      'a unit nobody can convert',
      'items.身長',
      (text: string) => text.replace('"9N001000000000001" }', '"9N001000000000001", unit = "尺" }'),
    ],
    ['an unknown key', 'mapping', (text: string) => text.replace('kind =', 'kin = 1\nkind =')],
    ['another provenance', 'provenance', (text: string) => text.replace('"employer"', '"boss"')],
    ['no number', 'mapping', (text: string) => text.replace('number = "番号"\n', '')],
    [
      'codes without the column that decides',
      'items.中性脂肪',
      (text: string) => text.replace('"中性脂肪" = { by = "採血時間", ', '"中性脂肪" = { '),
    ],
  ])('%s', (_what, key, spoil) => {
    const spoilt = spoil(good);
    expect(spoilt).not.toBe(good);
    const attempt = () => parseLayout('mine', spoilt);
    expect(attempt).toThrowError(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        text: expect.objectContaining({ ja: expect.stringContaining(key) }),
      }),
    );
    expect(attempt).toThrowError(
      expect.objectContaining({ text: expect.objectContaining({ ja: expect.stringContaining('mine') }) }),
    );
  });
});

test('every word of the dictionary stands for a code of its list', () => {
  const lists = new Map<string, Set<string>>();
  for (const name of ['checkup-items', 'guidance-items'])
    for (const line of readFileSync(
      join(layoutDirectory, '..', '..', 'reference', `${name}.csv`),
      'utf8',
    ).split('\n')) {
      const item = listedItem(line.split(',')[0]!);
      for (const [list, codes] of item?.choices ?? [])
        lists.set(list, new Set([...(lists.get(list) ?? []), ...codes]));
    }
  for (const [list, words] of loadWords().choices)
    for (const [word, code] of words) expect(lists.get(list)?.has(code), `${list} ${word}`).toBe(true);
});
