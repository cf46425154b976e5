import { print } from '#private/documents/print.ts';
import type { PrintResult } from '#private/documents/print-draft.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { signIn, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '確認済みの下書きに氏名を入れ、番号を付けて印刷用の文書にする',
    en: 'join the names of a confirmed draft and make its numbered documents',
  },
  usage: 'kenpo print ID [--by NAME] [--passphrase-file FILE] [--home DIR]',
  example: 'kenpo print d-abcdefghij --by "確認 担当" --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) throw usage();
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const { person, passphrase } = await signIn(home, invocation, settings);
    const result = await print(home, settings, id, person.id, passphrase, effects);
    effects.output(json ? `${JSON.stringify(toJson(id, result))}\n` : toText(id, result, effects.language));
    return 0;
  },
});

function toJson(id: string, { files, exceptions }: PrintResult) {
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  return { id, files, pages, numbers: files.map(({ number }) => number), exceptions };
}

function toText(id: string, { files, exceptions }: PrintResult, language: Language): string {
  const ja = language === 'ja';
  const lines = files.map(({ file, pages }) => `  ${file}  ${pages} ${ja ? '枚' : 'sheets'}`);
  const left = ja
    ? `印刷できなかった行が ${exceptions} 件あります。最後の文書（未印刷一覧）に理由があります。`
    : `${exceptions} rows could not be printed: the last document says why.`;
  const done = ja ? `${id} の文書ができました。` : `The documents of ${id} are ready.`;
  return `${[done, ...lines, ...(exceptions > 0 ? [left] : [])].join('\n')}\n`;
}

function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '印刷する下書きの番号を1つ指定してください。何も変えていません。',
      en: 'Name the one draft to print. Nothing was changed.',
    },
    {
      hint: {
        ja: '例: kenpo print d-abcdefghij（先に kenpo confirm が要ります）',
        en: 'Example: kenpo print d-abcdefghij (kenpo confirm comes first)',
      },
    },
  );
}
