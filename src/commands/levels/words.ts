import type { DeliveredLevels, LevelReport } from '#private/levels.ts';
import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** Pairs that differ shown per kind on the terminal; `--json` has all. */
const shownPairs = 10;

const kinds: Readonly<Record<string, Text>> = {
  guidance: { ja: '保健指導レベル', en: 'guidance level' },
  metabolic: { ja: 'メタボリックシンドローム判定', en: 'metabolic syndrome' },
};

const levels: Readonly<Record<string, Text>> = {
  intensive: { ja: '積極的支援', en: 'intensive' },
  motivational: { ja: '動機付け支援', en: 'motivational' },
  information: { ja: 'なし（情報提供）', en: 'information' },
  present: { ja: '基準該当', en: 'present' },
  borderline: { ja: '予備群該当', en: 'borderline' },
  absent: { ja: '非該当', en: 'absent' },
  undecidable: { ja: '判定不能', en: 'undecidable' },
};

const words = {
  ja: {
    empty: '健診結果がまだありません。',
    year: (year: number) => `${year}年度の健診（採用した結果）`,
    header: ['健診機関', '届いた判定', '一致', '不一致'],
    nobody: '（番号なし）',
    none: '判定が付いてきた結果はありません。',
    pairs: '不一致の内訳（届いた判定 → 計算した判定）',
    count: (n: string) => `${n} 件`,
    more: (n: string) => `ほか ${n} 件（--json ですべて）`,
    missing: (n: string) => `判定が付いていない結果: ${n} 件`,
    note: '集計と名簿には、計算した判定を使います。服薬中の人は「なし（情報提供）」として比べています。不一致は健診機関に確かめてください。',
  },
  en: {
    empty: 'There are no checkups yet.',
    year: (year: number) => `Checkups of fiscal ${year} (those kept)`,
    header: ['institution', 'delivered', 'equal', 'different'],
    nobody: '(no number)',
    none: 'No results came with a level.',
    pairs: 'Differences (delivered → computed)',
    count: (n: string) => n,
    more: (n: string) => `and ${n} more (--json has all)`,
    missing: (n: string) => `results without a level: ${n}`,
    note: 'Analyses and lists use the computed levels. Persons on medicine are compared as information. Ask the institution about differences.',
  },
} as const;

const number = (value: number) => value.toLocaleString('ja-JP');

/** The report of `kenpo levels` on the private terminal. */
export function levelsText({ fiscalYear, institutions, missing }: LevelReport, language: Language): string {
  const text = words[language];
  if (fiscalYear === null) return text.empty;
  const parts = (['guidance', 'metabolic'] as const).map((kind) => {
    const rows = institutions.filter((row) => row.kind === kind);
    return [
      '',
      `■ ${kinds[kind]![language]}`,
      ...(rows.length === 0 ? [text.none] : [tableOf(rows, language), ...differences(rows, language)]),
      text.missing(number(missing[kind])),
    ].join('\n');
  });
  return [text.year(fiscalYear), ...parts, '', text.note].join('\n');
}

function tableOf(rows: readonly DeliveredLevels[], language: Language): string {
  const text = words[language];
  return textTable(
    [...text.header],
    rows.map(({ institution, delivered, mismatched }) => [
      institution ?? text.nobody,
      number(delivered),
      number(delivered - mismatched),
      number(mismatched),
    ]),
  );
}

function differences(rows: readonly DeliveredLevels[], language: Language): readonly string[] {
  const text = words[language];
  const totals = new Map<string, number>();
  for (const { delivered, computed, checkups } of rows.flatMap(({ pairs }) => pairs)) {
    if (delivered === computed) continue;
    const name = `${levels[delivered]?.[language] ?? delivered} → ${levels[computed]?.[language] ?? computed}`;
    totals.set(name, (totals.get(name) ?? 0) + checkups);
  }
  if (totals.size === 0) return [];
  const sorted = [...totals].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(shownPairs).reduce((total, [, checkups]) => total + checkups, 0);
  return [
    text.pairs,
    ...sorted.slice(0, shownPairs).map(([name, checkups]) => `  ${name}  ${text.count(number(checkups))}`),
    ...(rest > 0 ? [`  ${text.more(number(rest))}`] : []),
  ];
}
