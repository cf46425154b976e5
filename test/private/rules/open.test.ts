import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reasonWords } from '#private/rules/explain.ts';
import { openRule, parametersOn } from '#private/rules/open.ts';
import { root } from '../../house/source-files.ts';

/** A folder with a copy of one rule, changed by `change`. */
function rulesWith(change: (folder: string) => void): string {
  const directory = mkdtempSync(join(tmpdir(), 'kenpo-rules-'));
  cpSync(join(root, 'pipelines/rules/guidance-level'), join(directory, 'guidance-level'), {
    recursive: true,
  });
  change(join(directory, 'guidance-level'));
  return directory;
}

describe('a rule folder', () => {
  test.each([
    ['lacks a file', (folder: string) => rmSync(join(folder, 'notes.md'))],
    [
      'has other parameters than its contract',
      (folder: string) => writeFileSync(join(folder, 'parameters.csv'), 'version,holds_from\nx,2020-01-01\n'),
    ],
    [
      'has no contract',
      (folder: string) => writeFileSync(join(folder, 'contract.ts'), 'export default {};\n'),
    ],
  ])('%s: refused by name', async (_, change) => {
    const directory = rulesWith(change);
    try {
      await expect(openRule('guidance-level', directory)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test.each(['nothing', '../lists', 'guidance-level/..'])('%s: not found', async (name) => {
    await expect(openRule(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('parameters', async () => {
  const rule = await openRule('guidance-level');

  test.each([
    ['2018-03-31', undefined],
    ['2018-04-01', '2018-04-01'],
    ['2024-03-31', '2018-04-01'],
    ['2024-04-01', '2024-04-01'],
    ['2031-01-01', '2024-04-01'],
  ])('of %s', (day, from) => {
    expect(parametersOn(rule, day)?.['holds_from']).toBe(from);
  });

  test('stand in the words of a reason', () => {
    const version = parametersOn(rule, '2025-06-01')!['version']!;
    expect(reasonWords(rule, { reasons: 'waist_female tg_casual smoking', version }, 'ja')).toBe(
      '腹囲90cm以上（女性）・随時中性脂肪175以上・喫煙',
    );
    expect(reasonWords(rule, { reasons: 'hdl', version }, 'en')).toBe('HDL <40 mg/dL');
  });
});
