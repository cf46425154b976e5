import type { Text } from '#shared/text.ts';
import type { Warehouse } from '../warehouse.ts';
import { statutorySql } from './pipelines.ts';

/** Why somebody examined is not reported → words; `joined-later` and the like are those of rule checkup-target. */
export const unreportedReasons: Readonly<Record<string, Text>> = {
  'not-judged': { ja: '判定に必要な値がない', en: 'a value needed to judge is missing' },
  'left-early': { ja: '年度の途中で資格を失った、または75歳になる', en: 'left in the year, or turns 75' },
  'joined-later': { ja: '年度の途中で資格を得た', en: 'joined in the year' },
  excluded: { ja: '除外者（妊娠・長期入院など）', en: 'excluded (pregnancy, long stay in hospital …)' },
  'unknown-cover': { ja: '資格の期間が分からない', en: 'cover is not known' },
  'other-age': { ja: '40〜74歳でない', en: 'not aged 40 to 74' },
};

/** Persons examined in the year and not reported, by reason. */
export async function countUnreported(warehouse: Warehouse): Promise<Record<string, number>> {
  const rows = await warehouse.rows(statutorySql('unreported'));
  const counted = new Map(rows.map((row) => [row['reason'], Number(row['persons'])]));
  return Object.fromEntries(
    Object.keys(unreportedReasons).map((reason) => [reason, counted.get(reason) ?? 0]),
  );
}
