import type { Indicator } from '#shared/define.ts';
import { type Coordinates, shown } from '../cells.ts';
import { difference as differenceOf, number } from '../format.ts';
import { yearName, yearOfPeriod } from '../periods.ts';
import type { Column, Item, PageContent, Section, Segment } from './content.ts';
import { years } from './drawings.ts';
import { itemOf, plainOf, textItem } from './items.ts';
import { column, indicatorsOf, listed, type Making, plain } from './making.ts';
import { moved } from './reading.ts';

/** Every indicator over the years, the society small under it. */
export async function trendPage(making: Making): Promise<PageContent> {
  const { definition, own } = making;
  const { question, notes } = definition.trend;
  const sections = await Promise.all(
    definition.groups.map(async ({ title, note, indicators }): Promise<Section> => {
      const rows = await Promise.all(indicators.map((one) => trendRow(making, one)));
      return { title, note, rows: rows.filter((row) => row.length > 0) };
    }),
  );
  return {
    question,
    answer: answerOf(making),
    blocks: [
      {
        kind: 'table',
        caption: `年度ごとの${own}の値と組合平均`,
        columns: yearsColumns(making),
        sections: sections.filter(({ rows }) => rows.length > 0),
      },
    ],
    notes: [...notes, ...indicatorsOf(making).flatMap((one) => spreadNote(making, one) ?? [])],
  };
}

/** What the band of a standardised figure is made of, where all of it is shown. */
function spreadNote({ cells, unit, year }: Making, { of, phrase, chance }: Indicator): string | undefined {
  const measure = cells.analysis(of.analysis)?.measures[of.measure];
  if (measure?.kind !== 'standardised' || chance === undefined) return undefined;
  const value = (name: string, at: Coordinates) => shown(cells.find(of.analysis, String(year), at, name));
  const [members, expected] = [
    value(chance.persons, { unit: unit.code }),
    value(measure.expected, { unit: unit.code }),
  ];
  const [everyone, spread] = [value(chance.persons, {}), value(chance.spread, {})];
  if (members === undefined || expected === undefined || !everyone || spread === undefined) return undefined;
  const deviation = Math.round(1000 * Math.sqrt(spread / everyone));
  return `${phrase}のばらつきの範囲は、加入者${number(members)}人の期待値${number(expected)}円と、組合全体${number(everyone)}人の1人当たりのばらつき（標準偏差${number(deviation)}円）から計算しています。`;
}

/** Columns of a table of rows by year. */
export function yearsColumns(making: Making): readonly Column[] {
  const shownYears = yearsOf(making);
  const wide = 180 - 44 - 42 - 26;
  return [
    column('指標', 'left', 44),
    column([`実線は${making.own}`, '点線は組合平均'], 'center', 42),
    ...shownYears.map((one) =>
      column([yearName(one, 'ja'), '下は組合平均'], 'right', wide / shownYears.length),
    ),
    column('変化', 'right', 26),
  ];
}

type Followed = Pick<Indicator, 'name' | 'title' | 'of' | 'chance'>;

/** A row of that table; nothing where the release does not hold the indicator. */
export async function trendRow(making: Making, indicator: Followed): Promise<readonly Item[]> {
  const { cells, dashboards, unit, year } = making;
  const { of, name, title } = indicator;
  const shownYears = yearsOf(making);
  const measure = cells.analysis(of.analysis)?.measures[of.measure];
  if (measure === undefined) return [];
  const find = (one: number, at: Coordinates) => cells.find(of.analysis, String(one), at, of.measure);
  const series = shownYears.map((one) => ({
    own: find(one, { ...of.at, unit: unit.code }),
    society: find(one, of.at ?? {}),
  }));
  const change = moved(cells, indicator, unit.code, year);
  const [before, now] = [shown(series.at(-2)?.own), shown(series.at(-1)?.own)];
  const last: Item =
    change === undefined || now === undefined || before === undefined
      ? { kind: 'none', mark: '…', spoken: '比べられません', sub: '' }
      : textItem(change === 0 ? '―' : differenceOf(now - before, measure, 'ja'));
  return [
    textItem(title),
    { kind: 'drawing', drawing: await years(dashboards, name, title, series) },
    ...series.map((one) => itemOf(one.own, measure, { strong: true, sub: plainOf(one.society, measure) })),
    last,
  ];
}

/** Fiscal years up to the report's that any indicator has, the newest few, ascending. */
function yearsOf(making: Making): readonly number[] {
  const { cells, definition, year } = making;
  const periods = indicatorsOf(making).flatMap(({ of }) => cells.analysis(of.analysis)?.periods ?? []);
  return [...new Set(periods.map(yearOfPeriod))]
    .filter((one) => one <= year)
    .sort((a, b) => a - b)
    .slice(-definition.trend.years);
}

function answerOf(making: Making): readonly (readonly Segment[])[] {
  const { cells, unit, year } = making;
  const changes = indicatorsOf(making).map((indicator) => ({
    phrase: indicator.phrase,
    way: moved(cells, indicator, unit.code, year),
  }));
  const said = [
    { way: 1, word: 'は、前年度より高くなりました。' },
    { way: -1, word: 'は、前年度より低くなりました。' },
  ].flatMap(({ way, word }) => {
    const some = changes.filter((one) => one.way === way).slice(0, 3);
    return some.length > 0 ? [[...listed(some.map(({ phrase }) => phrase)), plain(word)]] : [];
  });
  if (said.length > 0) return said;
  const isCompared = changes.some(({ way }) => way === 0);
  return [
    [
      plain(
        isCompared
          ? '前年度と差があると言える指標は、表示している中にはありません。'
          : '前年度と比べられる値を表示していません。',
      ),
    ],
  ];
}
