import { authenticate, listPeople, type RegisteredPerson } from '#office/people.ts';
import { unknownPerson } from '#office/people-refusals.ts';
import type { Settings } from '#shared/config.ts';
import type { Invocation, Option } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { type ExamplePerson, examplePeople } from './demo/example-people.ts';
import { ask, askPassphrase, passphraseOf } from './passphrase.ts';

/** A person who is who they say, with the passphrase that also opens the vault for them. */
export type SignedIn = { readonly person: RegisteredPerson; readonly passphrase: string };

/** Options of every command that asks who is doing it; to be spread into its `options`. */
export const signInOptions = {
  by: {
    type: 'string',
    value: 'NAME',
    summary: { ja: '登録された人の名前', en: 'name of the registered person' },
  },
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    summary: {
      ja: '合言葉を1行目に書いたファイル（なければ端末で聞きます）',
      en: 'file with the passphrase in its first line (else it is asked for on the terminal)',
    },
  },
} as const satisfies Record<string, Option>;

/**
 * Who is doing this. The name: `--by`, else `KENPO_PERSON`, else in a demo home the example confirmer, else asked for.
 * The passphrase: `--passphrase-file`, else `KENPO_PASSPHRASE_FILE`, else in a demo home that of the example person of
 * this name, else asked for. It is never an argument.
 * @throws {UserError} USAGE where nobody can be asked; PERSON_UNKNOWN, PERSON_DISABLED, PASSPHRASE_WRONG, INPUT_UNREADABLE
 */
export async function signIn(home: Home, invocation: Invocation, settings: Settings): Promise<SignedIn> {
  if (listPeople(home).length === 0) throw unknownPerson();
  const { options, effects } = invocation;
  const examples = settings.society.demo ? examplePeople(home) : [];
  const chosen = word(options['by']) ?? word(process.env['KENPO_PERSON']);
  const example = chosen === undefined ? examples.at(-1) : examples.find(({ name }) => name === chosen);
  const name = chosen ?? example?.name ?? (await askName(effects.language));
  const file = word(options['passphrase-file']) ?? word(process.env['KENPO_PASSPHRASE_FILE']);
  let passphrase: string;
  if (file !== undefined) passphrase = passphraseOf(file, effects);
  else if (example !== undefined) {
    effects.log(exampleNote(example)[effects.language]);
    passphrase = example.passphrase;
  } else passphrase = await askForPassphrase(effects.language);
  return { person: authenticate(home, name, passphrase, effects), passphrase };
}

/**
 * Who makes a draft or a candidate: the id of the registered person where a name is given (`--by` or `KENPO_PERSON`),
 * who then may not confirm, approve or print it; else `operator`.
 * @throws {UserError} as {@link signIn}
 */
export async function makerOf(home: Home, invocation: Invocation, settings: Settings): Promise<string> {
  const named = word(invocation.options['by']) ?? word(process.env['KENPO_PERSON']);
  return named === undefined ? 'operator' : (await signIn(home, invocation, settings)).person.id;
}

function exampleNote({ name }: ExamplePerson) {
  return {
    ja: `見本の組合のため、見本の登録者「${name}」として進めます（private/sample/people.json）。`,
    en: `This is a demo: going on as its example person "${name}" (private/sample/people.json).`,
  };
}

async function askName(language: Language): Promise<string> {
  requireTerminal();
  return ask({ ja: '名前: ', en: 'Name: ' }[language], false);
}

async function askForPassphrase(language: Language): Promise<string> {
  requireTerminal();
  return askPassphrase({ ja: '合言葉（表示されません）: ', en: 'Passphrase (not shown): ' }[language]);
}

/** @throws {UserError} USAGE */
function requireTerminal(): void {
  if (process.stdin.isTTY === true) return;
  throw new UserError(
    'USAGE',
    {
      ja: 'だれが行うかを確かめられません。何も変えていません。',
      en: 'It is not known who is doing this. Nothing was changed.',
    },
    {
      hint: {
        ja: '--by 名前 --passphrase-file ファイル を指定するか、端末で実行してください。',
        en: 'Give --by NAME --passphrase-file FILE, or run it on a terminal.',
      },
    },
  );
}

function word(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
