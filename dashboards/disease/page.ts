import { cell, definePage, top, words } from '#shared/define.ts';

const yen = { analysis: 'disease-cost', measure: 'yen' };
const patients = { analysis: 'disease-cost', measure: 'patients' };
const receipts = { analysis: 'disease-cost', measure: 'receipts' };
const before = (of: typeof yen) => ({
  label: { ja: '前年度', en: 'Year before' },
  of: { ...of, back: 1 as const },
});
const men = (of: typeof yen) => ({ label: { ja: '男性', en: 'Men' }, of: { ...of, at: { sex: 'male' } } });
const women = (of: typeof yen) => ({
  label: { ja: '女性', en: 'Women' },
  of: { ...of, at: { sex: 'female' } },
});

export default definePage({
  group: 'cost',
  order: 3,
  title: { ja: '疾病', en: 'Diseases' },
  question: { ja: 'どの疾病に、どれだけ医療費がかかっているか', en: 'Which diseases does the money go to?' },
  answer: [
    [
      {
        ja: words`最も医療費が多い疾病は${top(yen, { over: 'disease', show: 'name' })}で、${top(yen, { over: 'disease', show: 'value' })}です。`,
        en: words`The costliest disease group: ${top(yen, { over: 'disease', show: 'name' })}, with ${top(yen, { over: 'disease', show: 'value' })}.`,
      },
      {
        ja: words`表示している疾病の中では、${top(yen, { over: 'disease', show: 'name', among: 'shown' })}の医療費が${top(yen, { over: 'disease', show: 'value', among: 'shown' })}で最も多くなっています。`,
        en: words`Of the disease groups shown, ${top(yen, { over: 'disease', show: 'name', among: 'shown' })} cost most: ${top(yen, { over: 'disease', show: 'value', among: 'shown' })}.`,
      },
    ],
    [
      {
        ja: words`この年度に受診した人は${cell(patients)}です。`,
        en: words`${cell(patients)} used care in the year.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: '医療費（食事を除く）', en: 'Cost (without meals)' },
      of: yen,
      link: '/analyses/disease-cost',
      rows: [before(yen), men(yen), women(yen)],
    },
    {
      title: { ja: '受診した人', en: 'Patients' },
      of: patients,
      link: '/analyses/disease-cost',
      rows: [before(patients), men(patients), women(patients)],
    },
    {
      title: { ja: 'レセプトの件数', en: 'Claims' },
      of: receipts,
      link: '/analyses/disease-cost',
      rows: [before(receipts), men(receipts), women(receipts)],
    },
  ],
  filters: ['sex'],
  figures: [
    {
      name: 'diseases',
      title: [{ ja: words`疾病ごとの医療費`, en: words`Cost by disease` }],
      subtitle: {
        ja: '疾病大分類別の医療費（円／年、主傷病、食事を除く）',
        en: 'Yen a year by main disease (ICD-10 chapter; without meals)',
      },
      read: {
        ja: 'レセプトの主傷病に、その月の医療費をまとめて数えています。棒が長いほど医療費が多い疾病です。',
        en: 'The whole cost of a claim counts towards its main disease. A longer bar means more cost.',
      },
      frame: { analysis: 'disease-cost', measure: 'yen', rows: 'disease', order: 'value', skipZero: true },
      show: { chart: 'diseases' },
    },
    {
      name: 'ages',
      title: [{ ja: words`どの年齢で、どの疾病の人が多いか`, en: words`Which disease at which age` }],
      subtitle: {
        ja: '受診した人（人、疾病大分類×年齢）',
        en: 'Patients (persons; ICD-10 chapter by age)',
      },
      read: {
        ja: '色が濃いほど受診した人が多いところです。1人が複数の疾病に数えられることがあります。',
        en: 'Darker means more patients. One person may count under several diseases.',
      },
      frame: {
        analysis: 'disease-cost',
        measure: 'patients',
        rows: 'disease',
        columns: 'age_group',
        total: 'columns',
        skipZero: true,
      },
      show: { heat: 'steps' },
    },
  ],
});
