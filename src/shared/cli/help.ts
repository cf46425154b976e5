import type { Command } from '../define.ts';
import type { Language } from '../text.ts';
import { padEnd } from '../width.ts';

const words = {
  ja: {
    usage: '使い方',
    example: '例',
    commands: 'コマンド',
    more: 'コマンドごとの説明: kenpo コマンド --help',
    options: '指定',
  },
  en: {
    usage: 'Usage',
    example: 'Example',
    commands: 'Commands',
    more: 'Help of a command: kenpo COMMAND --help',
    options: 'Options',
  },
} as const;

const common = [
  [
    '--json',
    { ja: '結果を JSON で出す（進み具合は標準エラー）', en: 'result as JSON on stdout, progress on stderr' },
  ],
  ['--lang ja|en', { ja: '表示の言語', en: 'language' }],
] as const;

/** The aligned list of all commands. */
export function overviewHelp(list: readonly (readonly [string, Command])[], language: Language): string {
  const word = words[language];
  const width = Math.max(...list.map(([name]) => name.length)) + 2;
  const lines = list.map(([name, command]) => `  ${name.padEnd(width)}${command.summary[language]}`);
  return [
    `Kenpo Lens`,
    '',
    `${word.usage}: kenpo COMMAND …`,
    '',
    `${word.commands}:`,
    ...lines,
    '',
    word.more,
    '',
  ].join('\n');
}

/** Help of one command, with its example. */
export function commandHelp(name: string, command: Command, language: Language): string {
  const word = words[language];
  const own = Object.entries(command.options ?? {}).map(
    ([key, option]) => [`--${key}${option.value ? ` ${option.value}` : ''}`, option.summary] as const,
  );
  const all = [...own, ...common];
  const width = Math.max(...all.map(([flag]) => flag.length)) + 2;
  const options = all.map(([flag, text]) => `  ${padEnd(flag, width)}${text[language]}`);
  return [
    `kenpo ${name}: ${command.summary[language]}`,
    '',
    `${word.usage}: ${command.usage}`,
    `${word.example}: ${command.example}`,
    '',
    `${word.options}:`,
    ...options,
    '',
  ].join('\n');
}
