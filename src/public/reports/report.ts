import type { ReportDefinition } from '#shared/define.ts';
import type { Cells } from '../cells.ts';
import type { Dashboards } from '../dashboards.ts';
import { dateName, yearInFull } from '../periods.ts';
import type { ReportContent } from './content.ts';
import type { Making } from './making.ts';
import { participationPage } from './participation.ts';
import { risksPage } from './risks.ts';
import { summaryPage } from './summary.ts';
import { trendPage } from './trend.ts';
import type { Unit } from './units.ts';

export type ReportSource = {
  readonly cells: Cells;
  readonly dashboards: Dashboards;
  readonly definition: ReportDefinition;
  /** Fewest insured persons aged 40–74 of an employer that stands alone (a setting of the society). */
  readonly unitMinimum: number;
};

/** The report of one unit and fiscal year: its own released cells and the society's, nothing of another unit. */
export async function reportContent(source: ReportSource, unit: Unit, year: number): Promise<ReportContent> {
  const { cells, definition, unitMinimum } = source;
  const { manifest } = cells.release;
  const making: Making = { ...source, unit, year, own: unit.isPool ? 'この区分' : '貴社' };
  const pages = await Promise.all([
    summaryPage(making),
    participationPage(making),
    risksPage(making),
    trendPage(making),
  ]);
  return {
    unit: unit.name,
    title: definition.title,
    year: yearInFull(year, 'ja'),
    society: manifest.society.name,
    confidentiality: '社外秘',
    until: `${year + 2}年3月31日まで`,
    scope: unit.isPool ? '組合と区分の事業所' : '組合と貴社',
    about: [
      ...(manifest.society.demo ? ['見本のデータです。実在の人・会社とは関係ありません。'] : []),
      ...(unit.isPool ? [poolRule(unit, unitMinimum)] : []),
      `X は、個人が分からないように表示していない値です（非表示）。表示していない値は、合計や他の表から計算しても求められません。`,
      `公開版 ${manifest.id}（${dateName(manifest.asOf, 'ja')}までに届いたデータ）。`,
    ],
    pages,
  };
}

function poolRule({ name }: Unit, minimum: number): string {
  return `「${name}」は、40〜74歳の本人が${minimum}人に満たない事業所をまとめた区分です。3つ以上の事業所からなり、最大の事業所を除いても50人以上います。1つの事業所だけの値は分かりません。`;
}
