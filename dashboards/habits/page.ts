import { cell, change, definePage, gap, moved, top, unsure, words } from '#shared/define.ts';

const habit = { analysis: 'habits', measure: 'good_rate' };
const smoking = { ...habit, at: { habit: 'smoking' } };
const exercise = { ...habit, at: { habit: 'exercise' } };
const sleep = { ...habit, at: { habit: 'sleep' } };
const bySex = (of: { readonly at: { readonly habit: string } } & typeof habit) => [
  { label: { ja: '前年度', en: 'Year before' }, of: { ...of, back: 1 as const } },
  { label: { ja: '男性', en: 'Men' }, of: { ...of, at: { ...of.at, sex: 'male' } } },
  { label: { ja: '女性', en: 'Women' }, of: { ...of, at: { ...of.at, sex: 'female' } } },
];

const lifestyle = ['q09', 'q10', 'q11', 'q12', 'q13', 'q14', 'q15', 'q16', 'q17', 'q18', 'q19'];

export default definePage({
  group: 'health',
  order: 5,
  title: { ja: '生活習慣', en: 'Habits' },
  question: { ja: 'どの生活習慣に課題があるか', en: 'Which habits need attention?' },
  answer: [
    [
      {
        ja: words`たばこを吸わない人は${cell(smoking)}で、前年度より${gap(smoking)}${moved(smoking, { up: '高くなりました', down: '低くなりました' })}。`,
        en: words`${cell(smoking)} do not smoke; the share ${moved(smoking, { up: 'rose', down: 'fell' })} by ${gap(smoking)}.`,
      },
      {
        ja: words`たばこを吸わない人は${cell(smoking)}で、前年度と差があるとは言えません（${change(smoking)}）${unsure(smoking)}。`,
        en: words`${cell(smoking)} do not smoke; no difference from the year before can be shown (${change(smoking)})${unsure(smoking)}.`,
      },
      { ja: words`たばこを吸わない人は${cell(smoking)}です。`, en: words`${cell(smoking)} do not smoke.` },
      {
        ja: words`たばこを吸わない人の割合は表示していません。`,
        en: words`The share of those who do not smoke is not shown.`,
      },
    ],
    [
      {
        ja: words`運動の習慣がある人は${cell(exercise)}、睡眠で休養できている人は${cell(sleep)}です。`,
        en: words`${cell(exercise)} have the habit of exercise, ${cell(sleep)} are rested by sleep.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: 'たばこを吸わない人の割合', en: 'Share not smoking' },
      of: smoking,
      link: '/analyses/habits',
      scale: [50, 100],
      rows: bySex(smoking),
    },
    {
      title: { ja: '運動の習慣がある人の割合', en: 'Share with exercise' },
      of: exercise,
      link: '/analyses/habits',
      scale: [0, 100],
      rows: bySex(exercise),
    },
    {
      title: { ja: '睡眠で休養できている人の割合', en: 'Share rested by sleep' },
      of: sleep,
      link: '/analyses/habits',
      scale: [0, 100],
      rows: bySex(sleep),
    },
  ],
  filters: ['sex'],
  figures: [
    {
      name: 'habits',
      title: [
        {
          ja: words`よい習慣の人が最も多いのは「${top(habit, { over: 'habit', show: 'name' })}」`,
          en: words`The most common good habit: ${top(habit, { over: 'habit', show: 'name' })}`,
        },
        { ja: words`よい生活習慣の人の割合`, en: words`Share of members with good habits` },
      ],
      subtitle: {
        ja: 'よい習慣の人の割合（%、40〜74歳の受診者）',
        en: 'Share with the good habit (%; examined members aged 40–74)',
      },
      read: {
        ja: '健診の質問票の答えです。以前たばこを吸っていた人は「吸わない」に入ります。1人が複数に当てはまることがあります。',
        en: 'Answers to the questionnaire of the checkup. Former smokers count as not smoking. One person may count under several habits.',
      },
      frame: { analysis: 'habits', measure: 'good_rate', rows: 'habit' },
      show: { chart: 'bars' },
    },
    {
      name: 'answers',
      title: [{ ja: words`気を付けたい答えの割合`, en: words`Answers to look at` }],
      subtitle: {
        ja: '該当する人の割合（%、質問に答えた40〜74歳の受診者）割合の高い順',
        en: 'Share with the answer (%; members aged 40–74 who answered), highest first',
      },
      read: {
        ja: '標準的な質問票のうち、生活習慣の質問です。棒が長いほど、その答えの人が多いことを示します。飲酒量は、お酒の量に答えた人だけの割合です。',
        en: 'Questions on habits of the standard questionnaire. A longer bar means that more people gave this answer. The amount of drink is of those who gave an amount.',
      },
      frame: {
        analysis: 'questionnaire',
        measure: 'chosen_rate',
        rows: 'question',
        only: lifestyle,
        order: 'value',
      },
      show: { chart: 'bars' },
    },
    {
      name: 'habit-ages',
      title: [{ ja: words`年齢ごとのよい生活習慣`, en: words`Good habits by age` }],
      subtitle: {
        ja: 'よい習慣の人の割合（%、40〜74歳の受診者）',
        en: 'Share with the good habit (%; examined members aged 40–74)',
      },
      read: {
        ja: '色が濃いほど、その年齢によい習慣の人が多いことを示します。年齢は年度の終わり（3月31日）の満年齢です。',
        en: 'The darker, the more people of that age have the good habit. Age at the end of the fiscal year (31 March).',
      },
      frame: { analysis: 'habits', measure: 'good_rate', rows: 'habit', columns: 'age_group' },
      show: { heat: 'steps' },
    },
    {
      name: 'ages',
      title: [{ ja: words`年齢で違う、気を付けたい答え`, en: words`Answers to look at, by age` }],
      subtitle: {
        ja: '該当する人の割合（%、質問に答えた40〜74歳の受診者）',
        en: 'Share with the answer (%; members aged 40–74 who answered)',
      },
      read: {
        ja: '色が濃いほど、その年齢にその答えの人が多いことを示します。年齢は年度の終わり（3月31日）の満年齢です。',
        en: 'The darker, the more people of that age gave this answer. Age at the end of the fiscal year (31 March).',
      },
      frame: {
        analysis: 'questionnaire',
        measure: 'chosen_rate',
        rows: 'question',
        columns: 'age_group',
        only: lifestyle,
      },
      show: { heat: 'steps' },
    },
    {
      name: 'units',
      title: [{ ja: words`生活習慣は事業所でどう違うか`, en: words`Habits by reporting unit` }],
      subtitle: {
        ja: 'よい習慣の人の割合（%、40〜74歳の受診者）色は組合全体との差',
        en: 'Share with the good habit (%; examined members aged 40–74). Colour: difference from the whole society',
      },
      read: {
        ja: '色と▲▽は、人数によるばらつきを超えて組合全体と違うところだけに付けています。▽は、よい習慣の人が少ないことを示します。灰色は差があるとは言えません。',
        en: 'Colour and ▲▽ mark only what differs from the whole society beyond chance. ▽: fewer people have the good habit. Grey: no difference can be shown.',
      },
      frame: {
        analysis: 'habits',
        measure: 'good_rate',
        rows: 'unit',
        columns: 'habit',
        total: 'rows',
        skipZero: true,
      },
      show: { heat: 'against-total' },
    },
    {
      name: 'medicine',
      title: [{ ja: words`薬と病気の経験`, en: words`Medicine and earlier illness` }],
      subtitle: {
        ja: '「はい」と答えた人の割合（%、質問に答えた40〜74歳の受診者）',
        en: 'Share answering yes (%; members aged 40–74 who answered)',
      },
      read: {
        ja: '質問票に本人が答えたものです。レセプトから数えた人数とは一致しません。',
        en: 'As answered by the persons themselves; it differs from what claims tell.',
      },
      frame: {
        analysis: 'questionnaire',
        measure: 'chosen_rate',
        rows: 'question',
        only: ['q01', 'q02', 'q03', 'q04', 'q05', 'q06', 'q07'],
      },
      show: { chart: 'bars' },
    },
  ],
});
