import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';

const program = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/**
 * Runs one command as a society would, in a process of its own, and returns its JSON result. Its progress goes to the
 * same terminal; where another runs beside it (`beside`), only what it says when it fails.
 * @throws {UserError} CHECK_FAILED where the command does not end well; it has said why.
 */
export async function runVerb(
  verb: string,
  args: readonly string[],
  home: Home,
  effects: Effects,
  beside = false,
): Promise<unknown> {
  const child = spawn(
    process.execPath,
    [program, verb, ...args, '--home', home.root, '--json', '--lang', effects.language],
    { stdio: ['ignore', 'pipe', beside ? 'pipe' : 'inherit'] },
  );
  const text = { output: '', said: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text.output += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text.said += part;
  });
  const [code] = await once(child, 'close');
  if (code === 0) return JSON.parse(text.output);
  if (text.said !== '') effects.log(text.said.trimEnd());
  throw new UserError(
    'CHECK_FAILED',
    {
      ja: `見本を作る途中の「kenpo ${verb}」が終わりませんでした。`,
      en: `"kenpo ${verb}" did not finish while making the demo.`,
    },
    {
      hint: {
        ja: '上の説明を見て、もう一度実行してください。',
        en: 'Read the message above and run it again.',
      },
    },
  );
}
