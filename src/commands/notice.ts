import { unconfirmedIn } from '#private/notices/rules.ts';
import { draftJson, draftNotice, type NoticeDraft } from '#private/notices/run.ts';
import { loadSettings } from '#shared/config.ts';
import { defineCommand, type Invocation, type Sheets } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { requireHome } from '#shared/home.ts';
import { isDate, type Month, parseMonth } from '#shared/month.ts';
import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { makerOf, signInOptions } from './sign-in.ts';

export default defineCommand({
  summary: {
    ja: '加入者への通知（医療費通知など）の下書きを作る',
    en: 'make the draft of letters to members (medical-cost notice and others)',
  },
  usage:
    'kenpo notice KIND (--month YYYY-MM | --from YYYY-MM --to YYYY-MM) [--per household|person] [--as-of DATE] [--by NAME] [--home DIR] [--json]',
  example: 'kenpo notice medical-cost --from 2025-01 --to 2025-12 --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    month: {
      type: 'string',
      value: 'YYYY-MM',
      summary: { ja: '診療月（1か月分）', en: 'one month of care' },
    },
    from: { type: 'string', value: 'YYYY-MM', summary: { ja: '最初の診療月', en: 'first month of care' } },
    to: { type: 'string', value: 'YYYY-MM', summary: { ja: '最後の診療月', en: 'last month of care' } },
    per: {
      type: 'string',
      value: 'household|person',
      summary: {
        ja: '世帯ごと（household）か一人ごと（person）か。指定しなければ society.toml のとおり',
        en: 'one letter per household or per person; else as society.toml says',
      },
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      summary: {
        ja: '対象を決める日（既定は今日）',
        en: 'day that decides who is written to (default: today)',
      },
    },
    ...signInOptions,
  },
  async run(invocation) {
    const { options, effects, json } = invocation;
    const kind = onlyKind(invocation);
    const period = periodOf(options);
    const per = sheetsOf(options['per']);
    const asOf = dayOf(options['as-of']);
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const maker = await makerOf(home, invocation, settings);
    const draft = await draftNotice(home, settings, { notice: kind, ...period, per, asOf, maker }, effects);
    effects.output(json ? `${JSON.stringify(draftJson(draft))}\n` : `${describe(draft, effects.language)}\n`);
    return 0;
  },
});

function onlyKind({ positionals }: Invocation): string {
  const [kind, ...more] = positionals;
  if (kind === undefined || more.length > 0)
    throw usage({
      ja: '通知の種類を1つ指定してください（例: medical-cost）。',
      en: 'Name one kind of notice, such as medical-cost.',
    });
  return kind;
}

/** @throws {UserError} USAGE */
function periodOf(options: Invocation['options']): { from: Month; to: Month } {
  const [month, from, to] = (['month', 'from', 'to'] as const).map((name) => monthOption(options[name]));
  const whole = month !== undefined ? { from: month, to: month } : { from, to };
  const both = month !== undefined && (from !== undefined || to !== undefined);
  if (both || whole.from === undefined || whole.to === undefined || whole.from > whole.to)
    throw usage({
      ja: '期間は --month か、--from と --to の組で、YYYY-MM の形で指定してください。',
      en: 'Give the period by --month, or by --from and --to, as YYYY-MM.',
    });
  return { from: whole.from, to: whole.to };
}

function monthOption(value: string | boolean | undefined): Month | undefined {
  if (value === undefined) return undefined;
  const month = parseMonth(String(value));
  if (month === undefined)
    throw usage({ ja: '月は YYYY-MM の形で指定してください。', en: 'A month is written YYYY-MM.' });
  return month;
}

function sheetsOf(value: string | boolean | undefined): Sheets | undefined {
  if (value === undefined || value === 'household' || value === 'person') return value;
  throw usage({
    ja: '--per には household か person を指定してください。',
    en: '--per takes household or person.',
  });
}

function dayOf(value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (isDate(String(value))) return String(value);
  throw usage({
    ja: '--as-of には日付を YYYY-MM-DD の形で指定してください。',
    en: '--as-of takes a date, YYYY-MM-DD.',
  });
}

function usage(text: Text): UserError {
  return new UserError('USAGE', text);
}

function describe({ id, notice, from, to, letters, sums }: NoticeDraft, language: Language): string {
  const ja = language === 'ja';
  const number = (value: number | undefined) => (value ?? 0).toLocaleString('ja-JP');
  const amounts = Object.entries(notice.contract.amounts);
  const rows = Object.entries(notice.contract.outcomes)
    .filter(([outcome]) => outcome === 'notified' || sums.items[outcome] !== undefined)
    .map(([outcome, title]) => [
      title[language],
      number(sums.items[outcome]),
      ...amounts.map(([name]) => number(sums.amounts[name]?.[outcome])),
    ]);
  const total = [
    ja ? '合計（もとのデータと一致）' : 'Total (equals the source)',
    number(sums.total['items']),
    ...amounts.map(([name, { conserved }]) => (conserved ? number(sums.total[name]) : '')),
  ];
  const count = Object.values(letters).reduce((sum, value) => sum + value, 0);
  const period = from === to ? from : `${from} – ${to}`;
  return [
    ja
      ? `${notice.contract.title.ja}（${period}）の下書き ${id} を作りました: ${number(count)} 通`
      : `Draft ${id} of ${notice.contract.title.en} (${period}): ${number(count)} letters`,
    '',
    textTable(
      [ja ? '内訳' : 'Outcome', ja ? '件数' : 'Items', ...amounts.map(([, { title }]) => title[language])],
      [...rows, total],
    ),
    '',
    ...unconfirmedIn(notice, from, to).map(({ table, ja: words }) =>
      ja ? `※ ${words}（${table}）` : `Not confirmed (${table}): ${words}`,
    ),
    ja
      ? `→ ほかの登録者が kenpo confirm ${id} で確認すると、kenpo print ${id} で印刷できます。`
      : `→ When another registered person has confirmed it (kenpo confirm ${id}), it can be printed (kenpo print ${id}).`,
  ].join('\n');
}
