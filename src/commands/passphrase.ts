import { readFileSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';

/** What is typed at: the terminal, or what stands for it in a test. */
type Keyboard = NodeJS.ReadableStream & {
  readonly isTTY?: boolean | undefined;
  setRawMode?: (raw: boolean) => unknown;
};

/**
 * The passphrase in a file: its first line. A file that others can read is taken, with a warning.
 * @throws {UserError} INPUT_UNREADABLE
 */
export function passphraseOf(path: string, effects: Effects): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      effects.log(openFile[effects.language]);
  } catch (cause) {
    throw new UserError(
      'INPUT_UNREADABLE',
      {
        ja: '合言葉のファイルを読めません。何も変えていません。',
        en: 'The passphrase file cannot be read. Nothing was changed.',
      },
      {
        cause,
        hint: {
          ja: '--passphrase-file の場所と権限（chmod 600）を確かめてください。',
          en: 'Check where --passphrase-file points and its rights (chmod 600).',
        },
      },
    );
  }
  return passphrase(text.split(/\r?\n/)[0] ?? '');
}

const openFile = {
  ja: '注意: 合言葉のファイルを、ほかの利用者も読める状態です。chmod 600 で閉じてください。',
  en: 'Note: other users can read the passphrase file. Close it with chmod 600.',
};

/**
 * Asks for one line on the terminal. `hidden`: nothing of what is typed is shown.
 * @throws {UserError} USAGE where the person breaks off (Ctrl-C, Ctrl-D)
 */
export function ask(
  question: string,
  hidden: boolean,
  keyboard: Keyboard = process.stdin,
  screen: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  screen.write(question);
  keyboard.setRawMode?.(true);
  return new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8');
    let typed: string[] = [];
    const end = () => {
      keyboard.off('data', take);
      keyboard.setRawMode?.(false);
      keyboard.pause();
      screen.write('\n');
    };
    const take = (chunk: Buffer) => {
      const keys = decoder.write(chunk);
      if (keys.startsWith('\u001b')) return;
      for (const key of keys) {
        if (key === '\r' || key === '\n') {
          end();
          return resolve(typed.join(''));
        }
        if (key === '\u0003' || key === '\u0004') {
          end();
          return reject(brokenOff());
        }
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
        else typed.push(key);
        if (!hidden) screen.write(`\r\u001b[2K${question}${typed.join('')}`);
      }
    };
    keyboard.on('data', take);
    keyboard.resume();
  });
}

/** A passphrase asked for on the terminal, without showing it. */
export async function askPassphrase(question: string): Promise<string> {
  return passphrase(await ask(question, true));
}

/** The same passphrase whatever keyboard it was typed on. */
function passphrase(text: string): string {
  return text.normalize('NFKC');
}

function brokenOff(): UserError {
  return new UserError('USAGE', {
    ja: '入力が中断されました。何も変えていません。',
    en: 'The input was broken off. Nothing was changed.',
  });
}
