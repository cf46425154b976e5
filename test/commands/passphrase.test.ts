import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { type Effects, silentEffects } from '#shared/effects.ts';
import { ask, passphraseOf } from '../../src/commands/passphrase.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true }));

function listening(): { effects: Effects; lines: string[] } {
  const lines: string[] = [];
  return { effects: { ...silentEffects(), log: (line) => lines.push(line) }, lines };
}

function fileOf(text: string, mode = 0o600): string {
  const path = join(folder, 'passphrase.txt');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('a passphrase in a file', () => {
  test.each([
    ['with a line end', 'ひみつの言葉\n'],
    ['with a Windows line end and a remark', 'ひみつの言葉\r\nremark\n'],
    ['without one', 'ひみつの言葉'],
    ['in half-width kana and combining marks', 'ひみつの言葉'.normalize('NFD')],
  ])('is its first line: %s', (_, text) => {
    expect(passphraseOf(fileOf(text), silentEffects())).toBe('ひみつの言葉');
  });

  test.each([
    [0o600, 0],
    [0o400, 0],
    [0o640, 1],
    [0o604, 1],
  ])('that others can read is warned about, without its content: mode %o', (mode, warnings) => {
    const { effects, lines } = listening();
    passphraseOf(fileOf('ひみつの言葉', mode), effects);
    expect(lines).toHaveLength(warnings);
    expect(lines.join()).not.toContain('ひみつ');
  });

  test('that is not there is refused without naming the path', () => {
    const attempt = () => passphraseOf(join(folder, 'nowhere'), silentEffects());
    expect(attempt).toThrow(expect.objectContaining({ code: 'INPUT_UNREADABLE' }));
    expect(attempt).not.toThrow('nowhere');
  });
});

/** A terminal: what is typed goes in, what is shown comes out, and whether the line editor was off meanwhile. */
function terminal() {
  const modes: boolean[] = [];
  const keyboard = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => modes.push(raw) });
  const screen = new PassThrough();
  return { keyboard, screen, modes, shown: () => String(screen.read() ?? '') };
}

describe('a passphrase asked for on the terminal', () => {
  test('shows nothing of what is typed, takes backspace, and minds neither arrows nor torn letters', async () => {
    const { keyboard, screen, modes, shown } = terminal();
    const answer = ask('合言葉: ', true, keyboard, screen);
    const bytes = Buffer.from('ひみz');
    keyboard.write(bytes.subarray(0, 4));
    keyboard.write(bytes.subarray(4));
    keyboard.write('\u001b[D');
    keyboard.write('\u007fつ\r');
    expect(await answer).toBe('ひみつ');
    expect(shown()).toBe('合言葉: \n');
    expect(modes).toEqual([true, false]);
  });

  test('a name is shown while it is typed', async () => {
    const { keyboard, screen, shown } = terminal();
    const answer = ask('名前: ', false, keyboard, screen);
    keyboard.write('見本\n');
    expect(await answer).toBe('見本');
    expect(shown()).toContain('見本');
  });

  test.each(['\u0003', '\u0004'])(
    'is broken off by Ctrl-C and Ctrl-D, and the terminal is as before',
    async (key) => {
      const { keyboard, screen, modes } = terminal();
      const answer = ask('合言葉: ', true, keyboard, screen);
      keyboard.write(`abc${key}`);
      await expect(answer).rejects.toThrow(expect.objectContaining({ code: 'USAGE' }));
      expect(modes).toEqual([true, false]);
    },
  );
});
