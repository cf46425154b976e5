import { cell, definePage, words } from '#shared/define.ts';

const improved = { analysis: 'checkup-changes', measure: 'improved_rate' };
const guidance = { ...improved, at: { change: 'guidance' } };
const obesity = { ...improved, at: { change: 'obesity' } };
const pressure = { ...improved, at: { change: 'blood-pressure' } };
const pairs = { analysis: 'checkup-transitions', measure: 'persons' };
const neighbours = (of: typeof guidance) => [
  { label: { ja: '前年度', en: 'Year before' }, of: { ...of, back: 1 as const } },
  { label: { ja: '男性', en: 'Men' }, of: { ...of, at: { ...of.at, sex: 'male' } } },
  { label: { ja: '女性', en: 'Women' }, of: { ...of, at: { ...of.at, sex: 'female' } } },
];

export default definePage({
  group: 'health',
  order: 8,
  title: { ja: '経年変化', en: 'Year over year' },
  question: {
    ja: '前の年度に課題のあった人は、よくなったか',
    en: 'Have those with a problem last year improved?',
  },
  answer: [
    [
      {
        ja: words`前の年度に続けて健診を受けた人は${cell(pairs)}です。`,
        en: words`${cell(pairs)} were examined in both years.`,
      },
    ],
    [
      {
        ja: words`前の年度に特定保健指導を受けた人の${cell(guidance)}が、この年度は対象から外れました。`,
        en: words`${cell(guidance)} of those guided in the year before are no longer due.`,
      },
    ],
    [
      {
        ja: words`前の年度に肥満だった人の${cell(obesity)}が、肥満でなくなりました。`,
        en: words`${cell(obesity)} of those obese in the year before no longer are.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: '保健指導の対象から外れた人の割合', en: 'Guided and no longer due' },
      of: guidance,
      link: '/analyses/checkup-changes',
      scale: [0, 60],
      rows: neighbours(guidance),
    },
    {
      title: { ja: '肥満でなくなった人の割合', en: 'No longer obese' },
      of: obesity,
      link: '/analyses/checkup-changes',
      scale: [0, 60],
      rows: neighbours(obesity),
    },
    {
      title: { ja: '血圧がよくなった人の割合', en: 'Blood pressure better' },
      of: pressure,
      link: '/analyses/checkup-changes',
      scale: [0, 80],
      rows: neighbours(pressure),
    },
  ],
  figures: [
    {
      name: 'improved',
      title: [{ ja: words`前の年度から改善した人の割合`, en: words`Improved since the year before` }],
      subtitle: {
        ja: '改善した人の割合（%、前の年度に当てはまり、両年度に健診を受けた41〜74歳の人）',
        en: 'Share improved (%; aged 41–74 with the problem in the year before and examined in both years)',
      },
      read: {
        ja: '前の年度に当てはまった人を100としたとき、この年度に当てはまらなくなった人の割合です。健診の値は自然にも上下するため、すべてが取り組みの効果とは言えません。',
        en: 'Of those with the problem in the year before, the share without it now. Values move by themselves too, so not all of it is an effect of a programme.',
      },
      frame: { analysis: 'checkup-changes', measure: 'improved_rate', rows: 'change' },
      show: { chart: 'bars' },
    },
    {
      name: 'levels',
      title: [{ ja: words`保健指導レベルはどう変わったか`, en: words`How guidance levels changed` }],
      subtitle: {
        ja: '割合（%、行は前の年度のレベル、列はこの年度のレベル。行の合計が100%）',
        en: 'Share (%; rows: level of the year before, columns: level of this year; a row adds up to 100%)',
      },
      read: {
        ja: '左から順に読みます。例えば「積極的支援」の行は、前の年度に積極的支援だった人が、この年度にどのレベルになったかを示します。',
        en: 'Read from left to right: the row “Intensive guidance” tells at which level those of that level in the year before are now.',
      },
      frame: {
        analysis: 'checkup-transitions',
        measure: 'share',
        rows: 'from_level',
        columns: 'to_level',
        lead: pairs,
      },
      show: { heat: 'steps' },
    },
    {
      name: 'metabolic',
      title: [{ ja: words`メタボ判定はどう変わったか`, en: words`How metabolic syndrome changed` }],
      subtitle: {
        ja: '割合（%、行は前の年度の判定、列はこの年度の判定。行の合計が100%）',
        en: 'Share (%; rows: judgement of the year before, columns: of this year; a row adds up to 100%)',
      },
      read: {
        ja: '左から順に読みます。「メタボ基準該当」の行の「非該当」が、1年で抜け出した人の割合です。',
        en: 'Read from left to right: “Neither” in the row “Metabolic syndrome” is the share that left it within a year.',
      },
      frame: {
        analysis: 'checkup-transitions',
        measure: 'share',
        rows: 'from_metabolic',
        columns: 'to_metabolic',
        lead: pairs,
      },
      show: { heat: 'steps' },
    },
  ],
});
