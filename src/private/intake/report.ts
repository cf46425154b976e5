import type { Language, Text } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';
import { type Amounts, measures } from './amounts.ts';
import { reasonText } from './reasons.ts';
import type { Quarantined, Reconciled, RowSetAside } from './reconcile.ts';

const columns = {
  ja: ['', '受領', '＝ 連結', '＋ 未連結', '＋ 重複', '＋ 隔離'],
  en: ['', 'in', '= linked', '+ unlinked', '+ duplicate', '+ quarantined'],
} as const;
const words: Record<keyof Amounts, Text> = {
  records: { ja: '行・文書', en: 'records' },
  receipts: { ja: '件', en: 'receipts' },
  points: { ja: '点', en: 'points' },
  yen: { ja: '円', en: 'yen' },
};

/** The reconciliation as an aligned table; a measure a kind does not have is left out. */
export function reconciliationTable(rows: readonly Reconciled[], language: Language): string {
  const number = (value: number) => value.toLocaleString('ja-JP');
  const lines = rows.flatMap((row) =>
    measures
      .filter((measure) => measure === 'records' || row.in[measure] > 0)
      .map((measure, index) => [
        `${index === 0 ? row.title[language] : ''}（${words[measure][language]}）`.replace(/^（/, '　（'),
        ...[row.in, row.linked, row.unlinked, row.duplicates, row.quarantined].map((amounts) =>
          number(amounts[measure]),
        ),
      ]),
  );
  return textTable(columns[language], lines);
}

/** What was quarantined and why, as an aligned table. */
export function quarantineTable(rows: readonly Quarantined[], language: Language): string {
  const because = { ja: '隔離の理由', en: 'quarantined because' };
  const number = (value: number) => value.toLocaleString('ja-JP');
  return textTable(
    [because[language], ...measures.map((measure) => words[measure][language])],
    rows.map(({ kind, reason, amounts }) => [
      reasonText(kind, reason)[language],
      ...measures.map((measure) => number(amounts[measure])),
    ]),
  );
}

/** Rows set aside, with the columns to look at, as an aligned table. */
export function setAsideTable(rows: readonly RowSetAside[], language: Language): string {
  const heads = {
    ja: ['隔離した行', '行', '理由', '列'],
    en: ['rows quarantined', 'line', 'because', 'columns'],
  } as const;
  return textTable(
    heads[language],
    rows.map(({ name, line, lineEnd, kind, reason, columns: names }) => [
      name,
      line === lineEnd ? String(line) : `${line}〜${lineEnd}`,
      reasonText(kind, reason)[language],
      names.join(language === 'ja' ? '、' : ', '),
    ]),
  );
}
