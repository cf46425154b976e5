import type { Cell } from '#release/form.ts';
import { shown } from '../cells.ts';
import { number } from '../format.ts';
import type { Block, Item, PageContent, Segment } from './content.ts';
import { bars } from './drawings.ts';
import { itemOf, plainOf, textItem } from './items.ts';
import { column, type Making, plain, strong } from './making.ts';
import { trendRow, yearsColumns } from './trend.ts';

type Line = {
  readonly title: string;
  readonly own: Trio;
  readonly society: Trio;
  /** Persons still to be examined until the unit stands at the society's rate; 0 where it is there. */
  readonly missing: number | undefined;
};

type Trio = {
  readonly base: Cell | undefined;
  readonly part: Cell | undefined;
  readonly rate: Cell | undefined;
};

/** How far checkups have come, with the number of persons to the society's mean. */
export async function participationPage(making: Making): Promise<PageContent> {
  const { cells, definition, dashboards, own, year } = making;
  const { analysis, base, part, rate, question, notes, rows } = definition.participation;
  const measures = cells.analysis(analysis)?.measures;
  const [persons, share] = [measures?.[base], measures?.[rate]];
  if (persons === undefined || share === undefined) return { question, answer: [], blocks: [], notes };
  const trio = (at: Readonly<Record<string, string>>): Trio => {
    const find = (measure: string) => cells.find(analysis, String(year), at, measure);
    return { base: find(base), part: find(part), rate: find(rate) };
  };
  const lines = rows.map(({ title, at }): Line => {
    const [mine, society] = [trio({ ...at, unit: making.unit.code }), trio(at ?? {})];
    return { title, own: mine, society, missing: missingTo(mine, society) };
  });
  const drawing = await bars(
    dashboards,
    { name: 'participation', title: '特定健診の受診率', measure: share },
    lines.map(({ title, own: mine, society }) => ({ title, own: mine.rate, society: society.rate })),
  );
  const blocks: Block[] = [
    { kind: 'drawing', title: '特定健診の受診率', note: `棒は${own}、縦の線は組合平均（%）`, drawing },
    {
      kind: 'table',
      caption: '対象者と受診者',
      columns: [
        column('', 'left', 18),
        column([own, '対象者（人）'], 'right', 22),
        column([own, '受診者（人）'], 'right', 22),
        column([own, '受診率（%）'], 'right', 22),
        column(['組合', '対象者（人）'], 'right', 22),
        column(['組合', '受診者（人）'], 'right', 22),
        column(['組合平均', '（%）'], 'right', 22),
        column('組合平均まで', 'right', 30),
      ],
      sections: [
        {
          title: '',
          note: '',
          rows: lines.map(({ title, own: mine, society, missing }) => [
            textItem(title),
            itemOf(mine.base, persons),
            itemOf(mine.part, persons),
            itemOf(mine.rate, share, { strong: true }),
            itemOf(society.base, persons),
            itemOf(society.part, persons),
            itemOf(society.rate, share),
            missingItem(missing, mine),
          ]),
        },
      ],
    },
  ];
  const followed = await Promise.all(
    rows.map(({ title, at }, index) => {
      const of = { analysis, measure: rate, ...(at && { at }) };
      return trendRow(making, { name: `participation-${index}`, title, of });
    }),
  );
  blocks.push({
    kind: 'table',
    caption: '年度ごとの受診率',
    columns: yearsColumns(making),
    sections: [{ title: '年度ごとの受診率', note: '%', rows: followed }],
  });
  const actions = (definition.groups[0]?.indicators ?? []).map(({ action }) => action);
  blocks.push({ kind: 'cards', title: '受診を増やすために', cards: actions });
  return {
    question,
    answer: lines[0] ? answerOf(lines[0], own, (cell) => plainOf(cell, share)) : [],
    blocks,
    notes,
  };
}

/** From the four counts that stand in the same table; undefined where one of them is not shown. */
function missingTo(own: Trio, society: Trio): number | undefined {
  const [base, part] = [shown(own.base), shown(own.part)];
  const [all, examined] = [shown(society.base), shown(society.part)];
  if (base === undefined || part === undefined || !all || examined === undefined) return undefined;
  return Math.max(0, Math.ceil((base * examined) / all - part - 1e-9));
}

function missingItem(missing: number | undefined, own: Trio): Item {
  if (missing === undefined)
    return [own.base, own.part].some((cell) => cell?.status === 'hidden')
      ? { kind: 'hidden', sub: '' }
      : { kind: 'none', mark: '…', spoken: 'データなし', sub: '' };
  return textItem(missing === 0 ? '到達' : `あと${number(missing)}人`);
}

function answerOf(
  { own, society, missing }: Line,
  name: string,
  rate: (cell: Cell | undefined) => string,
): readonly (readonly Segment[])[] {
  const [base, part] = [shown(own.base), shown(own.part)];
  const mean = `組合平均は${rate(society.rate)}%です。`;
  if (base === undefined || part === undefined || shown(own.rate) === undefined)
    return [[plain(`${name}の受診率は表示していません。${shown(society.rate) === undefined ? '' : mean}`)]];
  const first = [
    plain(`対象者${number(base)}人のうち${number(part)}人（`),
    strong(`${rate(own.rate)}%`),
    plain(`）が特定健診を受けました。${mean}`),
  ];
  if (missing === undefined) return [first];
  return [
    first,
    missing === 0
      ? [plain('組合平均に届いています。')]
      : [plain('受ける人が'), strong(`あと${number(missing)}人`), plain('増えると、組合平均に並びます。')],
  ];
}
