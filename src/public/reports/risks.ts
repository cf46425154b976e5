import { shown } from '../cells.ts';
import { withUnit } from '../format.ts';
import { codesOf } from '../names.ts';
import type { Block, PageContent, Section, Segment } from './content.ts';
import { bars } from './drawings.ts';
import { itemOf, persons, plainOf, textItem } from './items.ts';
import { column, type Making, plain, strong } from './making.ts';
import { type Reading, readingOf } from './reading.ts';

/** Risks and habits of the unit beside the society, and by sex where released. */
export async function risksPage(making: Making): Promise<PageContent> {
  const { cells, definition, dashboards, unit, year, own } = making;
  const { question, notes, groups: names } = definition.risks;
  const groups = definition.groups
    .filter((group) => names.includes(group.title))
    .map((group) => ({
      group,
      readings: group.indicators.flatMap((one) => readingOf(cells, one, unit.code, year) ?? []),
    }))
    .filter(({ readings }) => readings.length > 0);
  const drawn = await Promise.all(
    groups.map(async ({ group, readings }): Promise<Block> => {
      const measure = readings[0]!.measure;
      const drawing = await bars(
        dashboards,
        { name: group.title, title: group.title, measure, low: true },
        lines(readings),
      );
      return {
        kind: 'drawing',
        title: group.title,
        note: `${group.note}。棒は${own}、縦の線は組合平均（%）`,
        drawing,
      };
    }),
  );
  const first = groups[0]?.readings[0]?.indicator.of.analysis ?? '';
  const sexes = codesOf(cells, first, 'sex', 'ja');
  const sections = groups.map(
    ({ group, readings }): Section => ({
      title: group.title,
      note: '',
      rows: readings.map(({ indicator: { title, of }, measure, base }) => [
        textItem(title),
        itemOf(base, persons),
        ...sexes.flatMap(({ code }) => {
          const at = { ...of.at, sex: code };
          const mine = cells.ofYear({ ...of, at: { ...at, unit: unit.code } }, year);
          return [
            itemOf(mine, measure, { strong: true }),
            itemOf(cells.ofYear({ ...of, at }, year), measure),
          ];
        }),
      ]),
    }),
  );
  const table: Block = {
    kind: 'table',
    caption: '男女別の割合（%）',
    columns: [
      column('男女別の割合（%）', 'left', 50),
      column([own, '人数（人）'], 'right', 26),
      ...sexes.flatMap(({ name }) => [
        column([name, own], 'right', 104 / sexes.length / 2),
        column([name, '組合平均'], 'right', 104 / sexes.length / 2),
      ]),
    ],
    sections,
  };
  const readings = groups[0]?.readings ?? [];
  return { question, answer: answerOf(readings), blocks: [...drawn, table], notes };
}

function lines(readings: readonly Reading[]) {
  return readings.map(({ indicator, own, society }) => ({ title: indicator.title, own, society }));
}

function answerOf(readings: readonly Reading[]): readonly (readonly Segment[])[] {
  const visible = readings.filter(({ own }) => shown(own) !== undefined);
  const most = visible.toSorted((a, b) => shown(b.own)! - shown(a.own)!)[0];
  if (most === undefined) return [[plain('健診リスクの割合は表示していません。')]];
  const among = visible.length < readings.length ? '表示している中で最も多いリスクは' : '最も多いリスクは';
  const { indicator, measure, own, society } = most;
  return [
    [
      plain(among),
      strong(indicator.title),
      plain('で、受診者の'),
      strong(withUnit(shown(own)!, measure, 'ja')),
      plain(`です。組合平均は${plainOf(society, measure)}%です。`),
    ],
  ];
}
