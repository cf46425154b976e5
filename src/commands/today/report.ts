import { receiptForms } from '#private/intake/receipt/form-names.ts';
import type { Arrival } from '#private/today/arrived.ts';
import type { Language, Text } from '#shared/text.ts';
import type { Inside, SetAside } from './inside.ts';
import type { Item } from './item.ts';

type Report = Omit<Inside, 'unconfirmed'> & {
  readonly day: string;
  readonly since: string;
  readonly waiting: readonly Item[];
};

const sectionNames = ['arrived', 'missing', 'waiting', 'refused', 'setAside'] as const;

const titles = {
  arrived: { ja: '届いたもの', en: 'Arrived' },
  missing: { ja: '足りないもの', en: 'Missing' },
  waiting: { ja: '待っている仕事', en: 'Waiting' },
  refused: { ja: '受け取れなかったファイル', en: 'Files that were refused' },
  setAside: { ja: '保留（隔離）しているもの', en: 'Set aside (quarantine)' },
} as const;

const none = {
  arrived: { ja: 'この期間に届いたものはありません。', en: 'Nothing came in this time.' },
  missing: { ja: '足りないものはありません。', en: 'Nothing is missing.' },
  waiting: { ja: '待っている仕事はありません。', en: 'Nothing waits.' },
  refused: { ja: 'ありません。', en: 'None.' },
  setAside: { ja: 'ありません。', en: 'None.' },
} as const;

const kinds: Readonly<Record<string, Text>> = {
  master: { ja: '基本マスター', en: 'masters' },
  employer: { ja: '事業所一覧', en: 'employers' },
  eligibility: { ja: '加入者台帳', en: 'eligibility' },
  consent: { ja: '配慮フラグ', en: 'consent flags' },
  ...receiptForms,
  'therapy-claim': { ja: '療養費', en: 'therapy claims' },
  'paper-receipt': { ja: '紙レセプト', en: 'paper receipts' },
  'receipt-change': { ja: '返戻・過誤・再審査・振替の一覧', en: 'notices about receipts' },
  'checkup-exclusion': { ja: '特定健診除外者一覧', en: 'exclusions from checkups' },
  'checkup-archive': { ja: '健診結果（ZIP）', en: 'archives of checkups' },
  'checkup-xml': { ja: '健診結果（XML）', en: 'single checkups' },
  'checkup-csv': { ja: '健診結果（CSV）', en: 'lists of checkups' },
  'guidance-archive': { ja: '特定保健指導の記録（ZIP）', en: 'archives of guidance' },
  'guidance-xml': { ja: '特定保健指導の記録（XML）', en: 'single records of guidance' },
  'guidance-csv': { ja: '特定保健指導の記録（CSV）', en: 'lists of guidance' },
  'generic-class': { ja: '後発医薬品の有無の一覧', en: 'list of brands and generics' },
  'selected-brand': { ja: '選定療養の対象医薬品リスト', en: 'list of drugs under selected care' },
};

/** The report of a day as `--json` shows it. */
export function asJson(
  { day, since, arrived, missing, waiting, refused, setAside }: Report,
  language: Language,
) {
  return {
    day,
    since,
    arrived,
    missing: missing.map((one) => itemAsJson(one, language)),
    waiting: waiting.map((one) => itemAsJson(one, language)),
    refused: refused.map((one) => itemAsJson(one, language)),
    quarantined: setAside.map(({ records, receipts, ...one }) => ({
      ...itemAsJson(one, language),
      records,
      receipts,
    })),
  };
}

function itemAsJson({ code, subject, text, hint }: Item, language: Language) {
  return { code, subject: subject ?? null, message: text[language], hint: hint?.[language] ?? null };
}

/** The report of a day for a terminal: five sections, each thing with what to do about it. */
export function asText(report: Report, language: Language): string {
  const { day, since, arrived, missing, waiting, refused, setAside } = report;
  const told = (items: readonly Item[]) => items.flatMap((one) => lines(one, language));
  const sections = {
    arrived: arrived.map((one) => arrivalLine(one, language)),
    missing: told(missing),
    waiting: told(waiting),
    refused: told(refused),
    setAside: setAside.flatMap((one) => lines(one, language, counted(one, language))),
  };
  const head = { ja: `${day} のようす`, en: `How things stand on ${day}` };
  const period = { ja: `（${since} から）`, en: ` (since ${since})` };
  const body = sectionNames.flatMap((name) => [
    '',
    `■ ${titles[name][language]}${name === 'arrived' ? period[language] : ''}`,
    ...(sections[name].length > 0 ? sections[name] : [`  ${none[name][language]}`]),
  ]);
  return `${[head[language], ...body].join('\n')}\n`;
}

/** Receipts where there are any, else documents or rows. */
function counted({ receipts, records }: SetAside, language: Language): string {
  const count = (receipts || records).toLocaleString('ja-JP');
  return { ja: `: ${count} 件`, en: `: ${count}` }[language];
}

function lines({ text, hint }: Item, language: Language, after = ''): string[] {
  return [`  ・${text[language]}${after}`, ...(hint ? [`    → ${hint[language]}`] : [])];
}

function arrivalLine({ kind, form, files, months, lastOn }: Arrival, language: Language): string {
  const name = (kinds[form] ?? kinds[kind])?.[language] ?? form;
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const span = first === last ? first : `${first}〜${last}`;
  const about = span === '' ? { ja: '', en: '' } : { ja: `${span}、`, en: `${span}; ` };
  return {
    ja: `  ・${name}: ${files} ファイル（${about.ja}最後は ${lastOn}）`,
    en: `  ・${name}: ${files} files (${about.en}last on ${lastOn})`,
  }[language];
}
