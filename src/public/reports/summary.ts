import { shown } from '../cells.ts';
import { decimalsOf, number, withUnit } from '../format.ts';
import { yearName } from '../periods.ts';
import type { Block, PageContent, Section, Segment } from './content.ts';
import { strip } from './drawings.ts';
import { itemOf, textItem, verdictItem } from './items.ts';
import { column, listed, type Making, plain, yearColumns } from './making.ts';
import { type Reading, readingOf } from './reading.ts';

/** Where the unit differs from the society: every indicator as a row on one scale, and what to do first. */
export async function summaryPage(making: Making): Promise<PageContent> {
  const { cells, definition, unit, year, own, dashboards } = making;
  const groups = definition.groups.map((group) => ({
    group,
    readings: group.indicators.flatMap((one) => readingOf(cells, one, unit.code, year) ?? []),
  }));
  const all = groups.flatMap(({ readings }) => readings);
  const top = scaleOf(all);
  const sections = await Promise.all(
    groups
      .filter(({ readings }) => readings.length > 0)
      .map(async ({ group, readings }): Promise<Section> => {
        const rows = await Promise.all(
          readings.map(async (reading) => [
            textItem(reading.indicator.title),
            itemOf(reading.own, reading.measure, { strong: true, unit: true }),
            itemOf(reading.before, reading.measure),
            itemOf(reading.society, reading.measure),
            { kind: 'drawing' as const, drawing: await strip(dashboards, reading, top) },
            verdictItem(reading.verdict),
          ]),
        );
        return { title: group.title, note: group.note, rows };
      }),
  );
  const heads = yearColumns(making);
  const blocks: Block[] = [
    { kind: 'legend', own: `${own} ${yearName(year, 'ja')}`, before: `${own} ${yearName(year - 1, 'ja')}` },
    {
      kind: 'table',
      caption: `指標ごとの${own}と組合平均`,
      columns: [
        column('指標', 'left', 40),
        column(heads.now, 'right', 21),
        column(heads.before, 'right', 21),
        column(['組合', '平均'], 'right', 14),
        column(['組合平均との差', `−${top} ← 0 → +${top}ポイント`], 'center', 57),
        column(['組合平均と', '比べて'], 'left', 27),
      ],
      sections,
    },
    ...cardsOf(all),
  ];
  return {
    question: definition.summary.question,
    answer: answerOf(all),
    blocks,
    notes: definition.summary.notes,
  };
}

/** Ends of the common scale: the largest difference or share's band that is shown, up to five points more; 10 to 30. */
function scaleOf(readings: readonly Reading[]): number {
  const shownOnes = readings.filter(({ own }) => shown(own) !== undefined);
  const dots = shownOnes.flatMap(({ difference, differenceBefore }) => [
    difference ?? 0,
    differenceBefore ?? 0,
  ]);
  const bands = shownOnes.flatMap(({ half, measure }) => (measure.kind === 'ratio' ? (half ?? 0) : []));
  const largest = Math.max(0, ...[...dots, ...bands].map(Math.abs));
  return Math.min(30, Math.max(10, Math.ceil(largest / 5) * 5));
}

/** Most telling first: how far beyond the band. */
function beyond(readings: readonly Reading[], verdict: Reading['verdict']): readonly Reading[] {
  const distance = ({ difference = 0, half = 1 }: Reading) => Math.abs(difference) / half;
  return readings.filter((one) => one.verdict === verdict).toSorted((a, b) => distance(b) - distance(a));
}

function answerOf(readings: readonly Reading[]): readonly (readonly Segment[])[] {
  const good = beyond(readings, 'good').slice(0, 2);
  const bad = beyond(readings, 'bad').slice(0, 3);
  const praised = sentence(good, (one) => `、組合平均より${one}、良い結果です。`);
  const [first, ...others] = sentence(bad, (one) => `、組合平均より${one}、課題です。`);
  const turn = praised.length > 0 ? [plain('一方、')] : [];
  const said = [...praised, ...(first ? [[...turn, ...first]] : []), ...others];
  if (said.length > 0) return said;
  const isJudged = readings.some((one) => one.verdict === 'same');
  return [
    [
      plain(
        isJudged
          ? '組合平均と差があると言える指標は、表示している中にはありません。'
          : 'この年度は、組合平均と比べられる値を表示していません。',
      ),
    ],
  ];
}

/** One sentence for those above the society, one for those below. */
function sentence(
  readings: readonly Reading[],
  ending: (direction: string) => string,
): readonly (readonly Segment[])[] {
  return [
    { word: '高く', some: readings.filter(({ difference = 0 }) => difference > 0) },
    { word: '低く', some: readings.filter(({ difference = 0 }) => difference < 0) },
  ].flatMap(({ word, some }) => {
    const [only, second] = some;
    if (only === undefined) return [];
    const value = second === undefined ? shown(only.own) : undefined;
    const phrases = listed(some.map(({ indicator }) => indicator.phrase));
    const middle = value === undefined ? 'は' : `は${withUnit(value, only.measure, 'ja')}で`;
    return [[...phrases, plain(middle + ending(word))]];
  });
}

/** At most three things to do, for what is worst; nothing where nothing is worse than the society. */
function cardsOf(readings: readonly Reading[]): readonly Block[] {
  const cards = beyond(readings, 'bad')
    .slice(0, 3)
    .map(({ indicator, difference = 0, measure }, index) => ({
      title: `${index + 1}　${indicator.action.title}`,
      text: `${indicator.action.text}組合平均との差は${number(Math.abs(difference), decimalsOf(measure))}ポイントです。`,
    }));
  return cards.length > 0 ? [{ kind: 'cards', title: '次の1年で取り組みたいこと', cards }] : [];
}
