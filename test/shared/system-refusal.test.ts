import { expect, test } from 'vitest';
import { reportFailure } from '#shared/cli/report.ts';
import { silentEffects } from '#shared/effects.ts';

function fail(error: unknown) {
  const lines: string[] = [];
  const effects = { ...silentEffects(), log: (line: string) => void lines.push(line) };
  return { code: reportFailure(error, effects, false), text: lines.join('\n') };
}

const coded = (code: string) => Object.assign(new Error(`${code}: canary`), { code });

test.each([
  ['a full disk', coded('ENOSPC'), '空き'],
  ['a full disk, as the engine says it', new Error('IO Error: No space left on device: canary'), '空き'],
  ['missing rights', coded('EACCES'), '権限'],
  ['a read-only disk', coded('EROFS'), '権限'],
  ['a read-only database', new Error('attempt to write a readonly database'), '権限'],
])('%s is no defect: it says what to do and quotes nothing', (_name, error, word) => {
  const { code, text } = fail(error);
  expect(code).toBe(2);
  expect(text).toContain(word);
  expect(text).not.toMatch(/canary|不具合/);
});

test('any other error is a defect and quotes nothing', () => {
  const { code, text } = fail(new Error('Conversion Error: canary'));
  expect(code).toBe(1);
  expect(text).toContain('不具合');
  expect(text).not.toContain('canary');
});
