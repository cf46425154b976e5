import type { Step, YearOfChanges } from '#private/changes.ts';
import { loadList } from '#shared/lists.ts';
import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

const undecidable: Text = { ja: '判定不能', en: 'undecidable' };
const judgements: Readonly<Record<string, Text>> = {
  within: { ja: '範囲内', en: 'within limits' },
  guidance: { ja: '保健指導判定値', en: 'guidance limit' },
  referral: { ja: '受診勧奨判定値', en: 'referral limit' },
};

const words = {
  ja: {
    empty: '2つの年度に続けて健診を受けた人は、まだいません。',
    year: (year: number) => `${year}年度（前の年度から続けて健診を受けた人）`,
    levels: '保健指導レベル（人。行が前の年度、列がこの年度）',
    metabolic: 'メタボリックシンドローム判定（人。行が前の年度、列がこの年度）',
    items: '検査の項目（人。行が前の年度、列がこの年度。両方の年度に値がある人）',
    before: '前の年度',
    item: '項目',
    note: '人数はそのままの数です。組合の中だけで使ってください。公開するものは「経年変化」のページにあります。',
  },
  en: {
    empty: 'Nobody was examined in two years running yet.',
    year: (year: number) => `Fiscal ${year} (persons examined in the year before too)`,
    levels: 'Guidance level (persons; rows: year before, columns: this year)',
    metabolic: 'Metabolic syndrome (persons; rows: year before, columns: this year)',
    items: 'Items (persons with a value in both; rows: year before, columns: this year)',
    before: 'year before',
    item: 'item',
    note: 'Exact counts, for the society itself only. What is published stands on the page “Changes”.',
  },
} as const;

const number = (value: number) => value.toLocaleString('ja-JP');

/** The report of `kenpo changes` on the private terminal. */
export function changesText(years: readonly YearOfChanges[], language: Language): string {
  const text = words[language];
  if (years.length === 0) return text.empty;
  const parts = years.map((year) =>
    [
      `■ ${text.year(year.year)}`,
      text.levels,
      matrix(year.levels, namesOf('guidance-level'), language),
      '',
      text.metabolic,
      matrix(year.metabolic, namesOf('metabolic'), language),
      '',
      text.items,
      itemTable(year, language),
    ].join('\n'),
  );
  return [...parts, text.note].join('\n\n');
}

type Names = ReadonlyMap<string, Text>;

function namesOf(list: string): Names {
  return new Map([
    ...loadList(list).map(({ code, ja, en }) => [code, { ja, en }] as const),
    ['undecidable', undecidable],
  ]);
}

/** Codes that occur, in the order of the list. */
function present(steps: readonly Step[], names: Names): readonly string[] {
  const seen = new Set(steps.flatMap(({ from, to }) => [from, to]));
  return [...names.keys()].filter((code) => seen.has(code));
}

function persons(steps: readonly Step[], from: string, to: string): string {
  return number(steps.find((one) => one.from === from && one.to === to)?.persons ?? 0);
}

function matrix(steps: readonly Step[], names: Names, language: Language): string {
  const codes = present(steps, names);
  const named = (code: string) => names.get(code)![language];
  return textTable(
    [words[language].before, ...codes.map(named)],
    codes.map((from) => [named(from), ...codes.map((to) => persons(steps, from, to))]),
  );
}

function itemTable({ items }: YearOfChanges, language: Language): string {
  const codes = Object.keys(judgements);
  const name = (code: string) => judgements[code]![language];
  const rows = loadList('checkup-judged-item').flatMap((entry) => {
    const steps = items.find(({ item }) => item === entry.code)?.steps;
    if (steps === undefined) return [];
    return codes
      .filter((from) => steps.some((step) => step.from === from))
      .map((from) => [entry[language], name(from), ...codes.map((to) => persons(steps, from, to))]);
  });
  const text = words[language];
  return textTable([text.item, text.before, ...codes.map(name)], rows);
}
