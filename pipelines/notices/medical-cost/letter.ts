import { defineLetter, type ShownLine } from '#shared/define.ts';

const care: Readonly<Record<string, string>> = {
  inpatient: '医科 入院',
  outpatient: '医科 外来',
  pharmacy: '調剤',
  dental: '歯科',
  nursing: '訪問看護',
  judo: '柔道整復',
  acupuncture: 'はり・きゅう',
  massage: 'あんま等',
};

/** Footnotes of text.ja.md a row refers to. */
const marks = [
  ['is_limited', '①'],
  ['has_programme', '②'],
  ['is_reviewed', '③'],
] as const;

export default defineLetter({
  columns: [
    { head: '診療年月', width: 29.5, align: 'left' },
    { head: '受けた人', width: 25, align: 'left' },
    { head: '医療機関など', width: 38, align: 'left' },
    { head: '区分', width: 28.5, align: 'left' },
    { head: '日数', width: 10, align: 'right' },
    { head: '医療費の\n総額（円）', width: 22.5, align: 'right' },
    { head: '支払った額\n（円）', width: 20.5, align: 'right' },
  ],
  rows: (line) => [
    {
      cells: [
        line.text('month'),
        line.text('patient'),
        placeOf(line),
        `${care[line.text('care')] ?? ''}${marksOf(line)}`,
        line.text('days'),
        line.text('yen'),
        line.text('paid_yen'),
      ],
    },
    ...(line.amount('meal_yen') > 0 ? [mealRow(line)] : []),
  ],
  sum: ({ amount, yen }) => ({
    cells: [
      '合計',
      '',
      '',
      '',
      '',
      yen(amount('yen') + amount('meal_yen')),
      yen(amount('paid_yen') + amount('meal_paid_yen')),
    ],
    bold: true,
  }),
  figure: ({ amount, yen }) => ({ figure: yen(amount('paid_yen') + amount('meal_paid_yen')), unit: '円' }),
});

/** An institution whose name no receipt tells is told by its code: the row must not be lost. */
function placeOf(line: ShownLine): string {
  const place = line.text('institution');
  if (line.is('is_named')) return place;
  return place === '' ? '名称の記録なし' : `名称の記録なし（コード ${place}）`;
}

function marksOf(line: ShownLine): string {
  const standing = marks.filter(([column]) => line.is(column)).map(([, mark]) => mark);
  return standing.join('');
}

/** Meals in hospital stand below their stay, as costs of their own. */
function mealRow(line: ShownLine) {
  const mark = line.is('is_meal_estimated') ? '④' : '';
  const cells = [
    '',
    '',
    `食事の費用（${line.text('meal_count')}回）`,
    `食事${mark}`,
    '',
    line.text('meal_yen'),
    line.text('meal_paid_yen'),
  ];
  return { cells, joined: true };
}
