import { type CareMonth, careMonths } from '#private/revisions/months.ts';
import { type Revisions, readRevisions } from '#private/revisions/read.ts';
import { openForCount } from '#private/warehouse.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import type { Language } from '#shared/text.ts';
import { textTable } from '#shared/width.ts';

/** Delays (months) that have a column of their own on the terminal; `--json` has all. */
const shownDelays = [0, 1, 2, 3, 6, 12];

const words = {
  ja: {
    header: ['診療月', '件', '医療費（円）', '翌月まで（円）', 'そろい具合（見込み）'],
    delay: (months: number) => (months === 0 ? '0か月' : `+${months}か月`),
    read: [
      '「翌月まで」は、診療月の翌月（通常の処理月）までに分かっていた額です。「0か月」「+1か月」… は、その何か月後までに、いまの額の何%が分かっていたかです。',
      '「そろい具合（見込み）」は、いまの額が最後に決まる額の何%に当たるかを、古い月の増え方から見積もったものです。食事は含みません。',
    ],
    empty: 'まだレセプトがありません。',
    ended: (n: Revisions['ended']) =>
      `置き換えられた版 ${n.version} ・ 再審査 ${n.reexamined} ・ 返戻 ${n.returned} ・ 取り下げ（過誤） ${n.withdrawn} ・ 振替 ${n.transferred}`,
    unmatched: (count: number) =>
      `取り込んだレセプトにない検索番号の通知が ${count} 件あります。レセプトが届けば自動で反映されます。`,
  },
  en: {
    header: ['care', 'receipts', 'yen', 'as claimed', 'complete (est.)'],
    delay: (months: number) => `+${months} mo`,
    read: [
      '"+0 mo", "+1 mo" … : part of today’s yen known when that many months had passed since the ordinary month of claim.',
      '"complete": part of the final yen known by now, judged by what older months still gained. Without meals.',
    ],
    empty: 'There are no receipts yet.',
    ended: (n: Revisions['ended']) =>
      `superseded ${n.version} · re-examined ${n.reexamined} · returned ${n.returned} · withdrawn ${n.withdrawn} · transferred ${n.transferred}`,
    unmatched: (count: number) =>
      `${count} notices name receipts that were never taken in; they take effect once those arrive.`,
  },
} as const;

export default defineCommand({
  summary: {
    ja: '診療月ごとに、後から届いた・直された分と、どこまでそろったかを示す',
    en: 'what came late or changed, by month of care, and how complete each month is',
  },
  usage: 'kenpo revisions [--home DIR] [--json]',
  example: 'kenpo revisions --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const warehouse = await openForCount(home.warehouse, home.tmp);
    try {
      const revisions = await readRevisions(warehouse);
      const months = careMonths(revisions.entries);
      const { ended, unmatched } = revisions;
      effects.output(
        json
          ? `${JSON.stringify({ months, ended, unmatched })}\n`
          : `${describe(months, revisions, effects.language)}\n`,
      );
      return 0;
    } finally {
      warehouse.close();
    }
  },
});

function describe(months: readonly CareMonth[], revisions: Revisions, language: Language): string {
  const text = words[language];
  if (months.length === 0) return text.empty;
  const [month, receipts, yen, first, complete] = text.header;
  const delays = shownDelays.filter((delay) => months.some(({ steps }) => steps.length > delay));
  const rows = months.map((one) => [
    one.month,
    one.now.receipts.toLocaleString('ja-JP'),
    one.now.yen.toLocaleString('ja-JP'),
    one.first.yen.toLocaleString('ja-JP'),
    ...delays.map((delay) => percent(one.steps[delay]?.share)),
    percent(one.complete),
  ]);
  return [
    textTable([month, receipts, yen, first, ...delays.map(text.delay), complete], rows),
    '',
    ...text.read,
    text.ended(revisions.ended),
    ...(revisions.unmatched > 0 ? [text.unmatched(revisions.unmatched)] : []),
  ].join('\n');
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)}%`;
}
