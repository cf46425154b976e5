import { fileURLToPath } from 'node:url';
import { fitAddress } from '../../src/print/address.ts';
import { type FigureRow, layBody } from '../../src/print/figures.ts';
import { letterFrame } from '../../src/print/letter.ts';

/** Letters of invented people, laid out as the medical-cost notice lays them. */
export const letterTemplate = fileURLToPath(
  new URL('../../pipelines/notices/medical-cost/letter.typ', import.meta.url),
);

export const sampleFrame = letterFrame({
  sender: 'みほん電機健康保険組合（架空）',
  postalCode: '000-0000',
  address: '見本県架空市例示町9-9-9',
  department: 'みほん電機健康保険組合　給付担当',
  phone: '00-0000-0000',
  hours: '平日 9時〜17時',
  window: { left: 20, top: 12, width: 90, height: 45 },
});

const columns = [
  { head: '診療年月', width: 30, align: 'left' },
  { head: '受けた人', width: 24, align: 'left' },
  { head: '医療機関など', width: 41, align: 'left' },
  { head: '区分', width: 23, align: 'left' },
  { head: '日数', width: 11, align: 'right' },
  { head: '医療費の\n総額（円）', width: 24, align: 'right' },
  { head: '支払った額\n（円）', width: 21, align: 'right' },
] as const;

const notes = [
  {
    title: '領収書と金額が違うとき',
    items: [
      '窓口では10円未満を四捨五入して支払うため、少し違うことがあります。',
      '高額療養費を差し引いた額です。',
      '市町村の助成を受けた額は、差し引かれていません。',
    ],
  },
  {
    title: 'この紙にのっていないもの',
    items: ['健康保険が使えない診療や、市販の薬', '医療機関からの請求が遅れているもの'],
  },
];

export type SampleLetter = {
  readonly rows: number;
  readonly name?: string;
  readonly address?: string;
  readonly place?: string;
  /** Makes the figures of one letter differ from another's. */
  readonly seed?: number;
  readonly yen?: number;
};

const grouped = (value: number) => value.toLocaleString('ja-JP');

/** One letter as data of the template. */
export function sampleLetter({
  rows,
  name = '見本 太郎',
  address = '見本県架空市例示町1丁目2番3号　みほんハイツ101',
  place = 'みほん内科クリニック',
  seed = 0,
  yen = 3440,
}: SampleLetter) {
  const to = fitAddress({ postalCode: '0000000', address, name }, sampleFrame.address);
  if (!to) throw new Error('the sample does not fit its window');
  const lines = Array.from({ length: rows }, (_, index): FigureRow => {
    const own = yen === 0 ? 0 : yen + seed * 7 + index * 31;
    const month = `2025年${(index % 12) + 1}月`;
    const cells = [month, name, place, '医科 外来', String((index % 9) + 1), grouped(own * 3), grouped(own)];
    return { cells };
  });
  const sum = grouped(yen * rows);
  const total = { bold: true, cells: ['合計', '', '', '', '', grouped(yen * rows * 3), sum] };
  return {
    to,
    sheets: layBody({ columns, rows: [...lines, total], notes }, sampleFrame),
    subtitle: '2025年1月〜12月の診療分',
    lead: 'あなたとご家族が、医療機関や薬局で支払った額のお知らせです。**手続きはいりません。**確定申告で医療費控除を受けるときは、この紙を添付できます。大切に保管してください。',
    amount: { caption: '支払った額の合計', figure: sum, unit: '円' },
  };
}

/** Data of a part. */
export function samplePart(letters: readonly ReturnType<typeof sampleLetter>[], number: string) {
  return {
    frame: sampleFrame,
    issued: '2026年1月30日',
    title: '医療費のお知らせ',
    letters: letters.map((letter, index) => ({ ...letter, number: `${number}-${index + 1}` })),
  };
}
