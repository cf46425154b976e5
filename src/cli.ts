#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { commands } from './commands/table.ts';
import { commandHelp, overviewHelp } from './shared/cli/help.ts';
import { reportFailure } from './shared/cli/report.ts';
import { terminalEffects } from './shared/cli/terminal.ts';
import type { Command } from './shared/define.ts';
import { UserError } from './shared/errors.ts';
import { chooseLanguage } from './shared/text.ts';

/** Runs one command line; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const json = rest.includes('--json');
  const language = chooseLanguage(languageFlag(argv), process.env);
  const effects = terminalEffects(language);
  if (name === undefined || name === '--help' || name === 'help' || name.startsWith('--lang')) {
    effects.output(overviewHelp(await loadAll(), language));
    return 0;
  }
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw unknownCommand(name);
    const command = await load();
    if (rest.includes('--help')) {
      effects.output(commandHelp(name, command, language));
      return 0;
    }
    const { values, positionals } = parse(command, rest);
    return await command.run({ positionals, options: values, effects, json });
  } catch (error) {
    return reportFailure(error, effects, json);
  }
}

function languageFlag(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return index < 0 ? undefined : (argv[index]!.split('=')[1] ?? argv[index + 1]);
}

async function loadAll(): Promise<[string, Command][]> {
  return Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, await load()] as [string, Command]),
  );
}

function parse(command: Command, rest: readonly string[]) {
  const common = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;
  const own = Object.entries(command.options ?? {}).map(([key, { type }]) => [key, { type }] as const);
  try {
    return parseArgs({
      args: [...rest],
      options: { ...common, ...Object.fromEntries(own) },
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    throw new UserError(
      'USAGE',
      { ja: '指定のしかたが正しくありません。', en: 'The options are not right.' },
      { cause, hint: { ja: `使い方: ${command.usage}`, en: `Usage: ${command.usage}` } },
    );
  }
}

function unknownCommand(name: string): UserError {
  const shown = /^[a-z-]{1,20}$/.test(name) ? name : '?';
  return new UserError(
    'USAGE',
    { ja: `「${shown}」というコマンドはありません。`, en: `There is no command "${shown}".` },
    { hint: { ja: 'kenpo --help で一覧を見られます。', en: 'kenpo --help lists them.' } },
  );
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
