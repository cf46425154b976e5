import { confirmDraft } from '#office/ledger.ts';
import type { RegisteredPerson } from '#office/people.ts';
import { showDraft } from '#private/documents/confirm.ts';
import type { DraftHeader } from '#private/documents/draft.ts';
import { confidentialityWords } from '#private/documents/words.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { requireHome } from '#shared/home.ts';
import { loadPurposes } from '#shared/purposes.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { requireYes } from './require-yes.ts';
import { signIn, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '下書きを、作った人とは別の人が確認する',
    en: 'confirm a draft, as another person than its maker',
  },
  usage: 'kenpo confirm ID [--by NAME] [--passphrase-file FILE] [--home DIR]',
  example: 'kenpo confirm d-abcdefghij --by "確認 担当" --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) throw usage();
    const home = requireHome(options['home'], process.env);
    const { person } = await signIn(home, invocation, loadSettings(home));
    const { header, digest } = showDraft(home, id, person.id);
    if (!json) {
      effects.output(draftText(header, effects.language));
      await requireYes(question, refused, effects);
    }
    confirmDraft(home, id, person, digest, effects);
    effects.output(
      json
        ? `${JSON.stringify({ id, state: 'confirmed', confirmedBy: person.id })}\n`
        : confirmedText(id, person)[effects.language],
    );
    return 0;
  },
});

const question = { ja: 'この内容で確認しますか（はい = y）: ', en: 'Confirm this (yes = y): ' };
const refused = {
  ja: '確認しませんでした。下書きはそのままです。',
  en: 'It was not confirmed. The draft is as it was.',
};

/** What a draft is and how many it is about: for the private terminal only. */
function draftText(header: DraftHeader, language: Language): string {
  const say = (code: string) => header.labels?.[code]?.[language] ?? code;
  const word = words[language];
  const facts = [
    [word.kind, say(header.kind)],
    [word.purpose, purposeName(header.purpose, language)],
    [word.confidentiality, confidentialityWords[header.confidentiality][language]],
    [word.period, header.period],
    [word.asOf, header.asOf],
    [word.scope, header.scope],
    ...Object.entries(header.ruleVersions).map(([rule, from]) => [word.rule, `${say(rule)} ${from}`]),
  ].map(([name, value]) => `  ${name}: ${value}`);
  const tables = Object.entries(header.counts).map(([group, counts]) => {
    const rows = Object.entries(counts).map(([code, count]) => [say(code), count.toLocaleString('ja-JP')]);
    return `${textTable([say(group), word.count], rows)}\n`;
  });
  return `${[word.title, ...facts, '', ...tables].join('\n')}\n`;
}

function purposeName(id: string, language: Language): string {
  return loadPurposes().find((purpose) => purpose.id === id)?.[language] ?? id;
}

const words = {
  ja: {
    title: '確認する下書き',
    kind: '種類',
    purpose: '利用目的',
    confidentiality: '機密区分',
    period: '対象期間',
    asOf: '基準日',
    scope: '開示範囲',
    rule: '判定の版',
    count: '数',
  },
  en: {
    title: 'The draft to confirm',
    kind: 'kind',
    purpose: 'purpose',
    confidentiality: 'confidentiality',
    period: 'period',
    asOf: 'as of',
    scope: 'scope',
    rule: 'rule version',
    count: 'count',
  },
} as const;

function confirmedText(id: string, { name }: RegisteredPerson) {
  return {
    ja: `${name} が ${id} を確認しました。次は kenpo print ${id} です。\n`,
    en: `${name} confirmed ${id}. Next: kenpo print ${id}.\n`,
  };
}

function usage(): UserError {
  return new UserError(
    'USAGE',
    {
      ja: '確認する下書きの番号を1つ指定してください。何も変えていません。',
      en: 'Name the one draft to confirm. Nothing was changed.',
    },
    {
      hint: {
        ja: '例: kenpo confirm d-abcdefghij（番号は kenpo list や kenpo notice が表示します）',
        en: 'Example: kenpo confirm d-abcdefghij (kenpo list and kenpo notice print the id)',
      },
    },
  );
}
