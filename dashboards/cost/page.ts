import { cell, definePage, gap, moved, top, words, year } from '#shared/define.ts';

const perHead = { analysis: 'cost-by-age', measure: 'yen_per_head' };
const yen = { analysis: 'cost-by-age', measure: 'yen' };
const receipts = { analysis: 'cost-by-age', measure: 'receipts' };
const monthly = { analysis: 'cost-by-care', measure: 'yen_per_head' };

export default definePage({
  group: 'cost',
  order: 2,
  title: { ja: '医療費', en: 'Cost' },
  question: { ja: '医療費は、いつ、だれに多くかかっているか', en: 'When, and for whom, is cost high?' },
  answer: [
    [
      {
        ja: words`1人当たり医療費（食事を除く）は${cell(perHead)}で、前年度より${gap(perHead)}${moved(perHead, { up: '増えました', down: '減りました' })}。`,
        en: words`Cost per member (without meals) was ${cell(perHead)}; it ${moved(perHead, { up: 'rose', down: 'fell' })} by ${gap(perHead)}.`,
      },
      {
        ja: words`1人当たり医療費（食事を除く）は${cell(perHead)}です。`,
        en: words`Cost per member (without meals) was ${cell(perHead)}.`,
      },
      {
        ja: words`${year()}の年間の値は、年度のすべての月がそろってから公開します。`,
        en: words`Figures for the whole of ${year()} are published once all its months are complete.`,
      },
    ],
    [
      {
        ja: words`最も高い年齢は${top(perHead, { over: 'age_band', show: 'name' })}です。`,
        en: words`It is highest at ages ${top(perHead, { over: 'age_band', show: 'name' })}.`,
      },
      {
        ja: words`表示している年齢の中では、${top(perHead, { over: 'age_band', show: 'name', among: 'shown' })}が最も高くなっています。`,
        en: words`Of the ages shown, it is highest at ${top(perHead, { over: 'age_band', show: 'name', among: 'shown' })}.`,
      },
    ],
  ],
  partialYears: true,
  tiles: [
    {
      title: {
        ja: '1人当たり医療費（食事を除く）',
        en: 'Cost per member (without meals)',
      },
      of: perHead,
      link: '/analyses/cost-by-age',
      scale: [80_000, 320_000],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...perHead, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...perHead, at: { sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...perHead, at: { sex: 'female' } } },
      ],
    },
    {
      title: { ja: '医療費（食事を除く）', en: 'Cost (without meals)' },
      of: yen,
      link: '/analyses/cost-by-age',
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...yen, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...yen, at: { sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...yen, at: { sex: 'female' } } },
      ],
    },
    {
      title: { ja: 'レセプトの件数', en: 'Claims' },
      of: receipts,
      link: '/analyses/cost-by-age',
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...receipts, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...receipts, at: { sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...receipts, at: { sex: 'female' } } },
      ],
    },
  ],
  figures: [
    {
      name: 'monthly',
      title: [
        {
          ja: words`${year()}は${top(monthly, { over: 'month', show: 'name' })}の医療費が最も高い`,
          en: words`${top(monthly, { over: 'month', show: 'name' })} was the costliest month of ${year()}`,
        },
        { ja: words`月ごとの医療費の動き`, en: words`Cost month by month` },
      ],
      subtitle: {
        ja: '1人当たり医療費（円／月、食事を除く）',
        en: 'Cost per member and month (yen; without meals)',
      },
      read: {
        ja: '実線がこの年度、点線が前の年度です。締まっていない月は、まだ表示していません。',
        en: 'The solid line is this fiscal year, the dashed line the one before. Months not yet closed are not shown.',
      },
      frame: { analysis: 'cost-by-care', measure: 'yen_per_head', rows: 'month', columns: 'year' },
      show: { chart: 'monthly' },
    },
    {
      name: 'care',
      title: [
        {
          ja: words`診療の種別ごとの月の内訳`,
          en: words`Kinds of care by month`,
        },
      ],
      subtitle: {
        ja: '医療費（円／月、食事を除く）',
        en: 'Yen a month (without meals)',
      },
      read: {
        ja: '1本の棒がひと月の医療費です。下から入院、入院外（外来）、調剤、歯科、訪問看護、療養費の順に積んでいます。',
        en: 'One column is the cost of a month: inpatient at the bottom, then outpatient, pharmacy, dental, home nursing and therapy.',
      },
      frame: { analysis: 'cost-by-care', measure: 'yen', rows: 'month', columns: 'care', total: 'columns' },
      show: { chart: 'care' },
    },
    {
      name: 'ages',
      title: [
        {
          ja: words`${top(perHead, { over: 'age_band', show: 'name' })}の1人当たり医療費が最も高い`,
          en: words`Cost per member peaks at ages ${top(perHead, { over: 'age_band', show: 'name' })}`,
        },
        {
          ja: words`表示している年齢では${top(perHead, { over: 'age_band', show: 'name', among: 'shown' })}の1人当たり医療費が最も高い`,
          en: words`Of the ages shown, cost peaks at ${top(perHead, { over: 'age_band', show: 'name', among: 'shown' })}`,
        },
        { ja: words`年齢ごとの1人当たり医療費`, en: words`Cost per member by age` },
      ],
      subtitle: {
        ja: '年齢階級別の1人当たり医療費（円／年、食事を除く）',
        en: 'Yen per member and year by age band (without meals)',
      },
      read: {
        ja: '年齢は年度の終わり（3月31日）の満年齢です。実線が男性、点線が女性です。',
        en: 'Age at the end of the fiscal year (31 March). Solid line: men; dashed line: women.',
      },
      frame: {
        analysis: 'cost-by-age',
        measure: 'yen_per_head',
        rows: 'age_band',
        columns: 'sex',
        total: 'columns',
      },
      show: { chart: 'ages' },
    },
    {
      name: 'level',
      title: [
        {
          ja: words`年齢と性別をならした、事業所ごとの医療費の水準`,
          en: words`Cost level of reporting units, age and sex evened out`,
        },
      ],
      subtitle: {
        ja: '医療費の水準（組合平均＝100、食事を除く）縦の線は組合平均',
        en: 'Cost level (society = 100; without meals). The tick is the whole society',
      },
      read: {
        ja: '組合全体の同じ年齢・性別の人と同じだけ医療費がかかるとしたら100です。人数の少ない事業所では、偶然で年ごとに大きく動きます。',
        en: 'A unit whose people cost as much as those of the same age and sex in the whole society stands at 100. In small units chance moves it a lot from year to year.',
      },
      frame: {
        analysis: 'employer-cost',
        measure: 'cost_index',
        rows: 'unit',
        total: 'rows',
        order: 'value',
        skipZero: true,
      },
      show: { chart: 'units' },
    },
  ],
});
