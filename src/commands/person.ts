import { listPeople } from '#office/people.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { requireHome } from '#shared/home.ts';
import { askPassphrase, passphraseOf } from './passphrase.ts';
import { endRegistration, registerPerson } from './person/register.ts';
import { addedText, disabledText, listText, usage } from './person/words.ts';

export default defineCommand({
  summary: {
    ja: '確認・承認・印刷をする人を登録する、止める、一覧する',
    en: 'register, disable or list who may confirm, approve and print',
  },
  usage:
    'kenpo person add NAME | disable NAME | list [--passphrase-file FILE] [--vault-passphrase-file FILE] [--home DIR]',
  example: 'kenpo person add "確認 担当" --passphrase-file ./passphrase.txt --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    'passphrase-file': {
      type: 'string',
      value: 'FILE',
      summary: {
        ja: 'その人の合言葉（12文字以上）を1行目に書いたファイル（なければ端末で聞きます）',
        en: 'file with the own passphrase (12 characters or more) in its first line (else asked for on the terminal)',
      },
    },
    'vault-passphrase-file': {
      type: 'string',
      value: 'FILE',
      summary: {
        ja: '氏名の金庫の合言葉のファイル（既定 private/keys/vault-passphrase.txt。印刷する人に要ります）',
        en: 'file with the passphrase of the vault (default private/keys/vault-passphrase.txt; who prints needs it)',
      },
    },
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const home = requireHome(options['home'], process.env);
    const [verb, name] = positionals;
    if (verb === 'list' && positionals.length === 1) {
      const people = listPeople(home);
      effects.output(json ? `${JSON.stringify({ people })}\n` : listText(people, effects.language));
      return 0;
    }
    if (name === undefined || positionals.length !== 2) throw usage();
    if (verb === 'add') {
      const passphrase = await chosenPassphrase(options['passphrase-file'], effects);
      const person = registerPerson(home, name, passphrase, effects, word(options['vault-passphrase-file']));
      effects.output(json ? `${JSON.stringify({ person })}\n` : addedText(person)[effects.language]);
    } else if (verb === 'disable') {
      const person = endRegistration(home, name, effects);
      effects.output(json ? `${JSON.stringify({ person })}\n` : disabledText(person)[effects.language]);
    } else throw usage();
    return 0;
  },
});

/** The passphrase of a new person: from the file, else typed twice on the terminal. */
async function chosenPassphrase(file: string | boolean | undefined, effects: Effects): Promise<string> {
  if (typeof file === 'string') return passphraseOf(file, effects);
  if (process.stdin.isTTY !== true) throw usage();
  const first = await askPassphrase(questions.first[effects.language]);
  if ((await askPassphrase(questions.again[effects.language])) === first) return first;
  throw new UserError('USAGE', {
    ja: '2回の合言葉が違います。登録していません。',
    en: 'The two passphrases differ. Nobody was registered.',
  });
}

const questions = {
  first: {
    ja: '本人の合言葉（12文字以上、表示されません）: ',
    en: 'Own passphrase (12 characters or more, not shown): ',
  },
  again: { ja: 'もう一度: ', en: 'Again: ' },
};

function word(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
