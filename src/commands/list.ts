import { listLabels } from '#private/lists/labels.ts';
import { type ListResult, makeList } from '#private/lists/make.ts';
import { listNames, openList } from '#private/lists/open.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { requireHome } from '#shared/home.ts';
import { isDate } from '#shared/month.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { makerOf, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '対象者リストの下書きを作る（特定保健指導、重症化予防）',
    en: 'make the draft of a target list (health guidance, severity prevention)',
  },
  usage:
    'kenpo list PROGRAMME [--home DIR] [--as-of YYYY-MM-DD] [--by NAME] [--passphrase-file FILE] [--json]',
  example: 'kenpo list guidance --home ./society --as-of 2026-03-31',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    'as-of': {
      type: 'string',
      value: 'DATE',
      summary: { ja: '基準日（指定しなければ今日）', en: 'day of the list (today unless given)' },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const { positionals, options, effects, json } = invocation;
    const list = programmeOf(positionals);
    const asOf = dayOf(options['as-of']);
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const maker = await makerOf(home, invocation, settings);
    const result = await makeList(home, { list, asOf, maker }, settings, effects);
    effects.output(json ? `${JSON.stringify(result)}\n` : `${await describe(result, effects.language)}\n`);
    return 0;
  },
});

/** @throws {UserError} USAGE */
function programmeOf([name, ...others]: readonly string[]): string {
  if (name !== undefined && others.length === 0) return name;
  const names = listNames();
  throw new UserError('USAGE', {
    ja: `対象者リストの名前を1つ指定してください（${names.join('、')}）。`,
    en: `Name one list (${names.join(', ')}).`,
  });
}

/** @throws {UserError} USAGE */
function dayOf(option: string | boolean | undefined): string | undefined {
  if (option === undefined) return undefined;
  if (typeof option === 'string' && isDate(option)) return option;
  throw new UserError('USAGE', {
    ja: '--as-of は 2026-03-31 の形の、実在する日にしてください。',
    en: '--as-of must be an existing day such as 2026-03-31.',
  });
}

/** Counts by level and by reason, for the private terminal only. */
async function describe(result: ListResult, language: Language): Promise<string> {
  const list = await openList(result.list);
  const labels = listLabels(list, result.asOf);
  const say = (code: string) => labels[code]?.[language] ?? code;
  const table = (group: keyof ListResult['counts']) =>
    textTable(
      [say(group), { ja: '人', en: 'persons' }[language]],
      Object.entries(result.counts[group]).map(([code, persons]) => [
        say(code),
        persons.toLocaleString('ja-JP'),
      ]),
    );
  const total = Object.values(result.counts.byLevel).reduce((sum, persons) => sum + persons, 0);
  return [
    {
      ja: `${list.contract.title.ja}（基準日 ${result.asOf}）: 候補 ${total.toLocaleString('ja-JP')} 人`,
      en: `${list.contract.title.en} (as of ${result.asOf}): ${total.toLocaleString('en')} candidates`,
    }[language],
    '',
    table('byLevel'),
    '',
    table('byReason'),
    '',
    {
      ja: `下書き ${result.id} を作りました（名簿に載る人 ${result.rows.toLocaleString('ja-JP')} 人）。\n→ 作った人とは別の登録者が kenpo confirm ${result.id} で確認すると、印刷できます。`,
      en: `Draft ${result.id} was made (${result.rows.toLocaleString('en')} persons on the list).\n→ Another registered person confirms it with kenpo confirm ${result.id}; then it can be printed.`,
    }[language],
  ].join('\n');
}
