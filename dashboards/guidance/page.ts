import { cell, change, definePage, gap, moved, unsure, words } from '#shared/define.ts';

const completion = { analysis: 'guidance-pipeline', measure: 'completion_rate' };
const interview = { analysis: 'guidance-pipeline', measure: 'interview_rate' };
const share = { analysis: 'guidance-levels', measure: 'share' };
const due = { ...share, at: { need: 'due' } };
const risk = { ...share, at: { metabolic_risk: 'risk' } };
const before = { ja: '前年度', en: 'Year before' };

export default definePage({
  group: 'health',
  order: 6,
  title: { ja: '保健指導', en: 'Health guidance' },
  question: {
    ja: '特定保健指導は、必要な人に届いているか',
    en: 'Does health guidance reach those who need it?',
  },
  answer: [
    [
      {
        ja: words`健診を受けた人のうち${cell(due)}が特定保健指導の対象で、そのうち${cell(interview)}が初回面接を受けました。`,
        en: words`${cell(due)} of those assessed are due for health guidance (tokutei hoken shido 特定保健指導); ${cell(interview)} of them had their first interview.`,
      },
      {
        ja: words`健診を受けた人のうち、特定保健指導の対象は${cell(due)}です。`,
        en: words`${cell(due)} of those assessed are due for health guidance (tokutei hoken shido 特定保健指導).`,
      },
      {
        ja: words`特定保健指導の対象者の割合は表示していません。`,
        en: words`The share of those due for health guidance is not shown.`,
      },
    ],
    [
      {
        ja: words`実施率（終了した人の割合）は${cell(completion)}で、前年度より${gap(completion)}${moved(completion, { up: '高くなりました', down: '低くなりました' })}。`,
        en: words`Completion was ${cell(completion)}; it ${moved(completion, { up: 'rose', down: 'fell' })} by ${gap(completion)}.`,
      },
      {
        ja: words`実施率（終了した人の割合）は${cell(completion)}で、前年度と差があるとは言えません（${change(completion)}）${unsure(completion)}。`,
        en: words`Completion was ${cell(completion)}; no difference from the year before can be shown (${change(completion)})${unsure(completion)}.`,
      },
      {
        ja: words`実施率（終了した人の割合）は${cell(completion)}です。`,
        en: words`Completion was ${cell(completion)}.`,
      },
      { ja: words`実施率（終了した人の割合）は表示していません。`, en: words`Completion is not shown.` },
    ],
  ],
  tiles: [
    {
      title: { ja: '特定保健指導の実施率', en: 'Completion of health guidance' },
      of: completion,
      link: '/analyses/guidance-pipeline',
      scale: [0, 100],
      rows: [
        { label: before, of: { ...completion, back: 1 } },
        {
          label: { ja: '積極的支援', en: 'Intensive' },
          of: { ...completion, at: { level: 'intensive' } },
        },
        {
          label: { ja: '動機付け支援', en: 'Motivational' },
          of: { ...completion, at: { level: 'motivational' } },
        },
      ],
    },
    {
      title: { ja: '初回面接を受けた人の割合', en: 'Share interviewed' },
      of: interview,
      link: '/analyses/guidance-pipeline',
      scale: [0, 100],
      rows: [
        { label: before, of: { ...interview, back: 1 } },
        {
          label: { ja: '積極的支援', en: 'Intensive' },
          of: { ...interview, at: { level: 'intensive' } },
        },
        {
          label: { ja: '動機付け支援', en: 'Motivational' },
          of: { ...interview, at: { level: 'motivational' } },
        },
      ],
    },
    {
      title: { ja: '特定保健指導の対象者の割合', en: 'Share due for guidance' },
      of: due,
      link: '/analyses/guidance-levels',
      scale: [0, 50],
      rows: [
        { label: before, of: { ...due, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...due, at: { need: 'due', sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...due, at: { need: 'due', sex: 'female' } } },
      ],
    },
    {
      title: { ja: 'メタボ該当・予備群の割合', en: 'Share at metabolic risk' },
      of: risk,
      link: '/analyses/guidance-levels',
      scale: [0, 60],
      rows: [
        { label: before, of: { ...risk, back: 1 } },
        { label: { ja: '基準該当', en: 'Syndrome' }, of: { ...share, at: { metabolic: 'present' } } },
        { label: { ja: '予備群', en: 'Borderline' }, of: { ...share, at: { metabolic: 'borderline' } } },
      ],
    },
  ],
  figures: [
    {
      name: 'steps',
      title: [{ ja: words`対象者から終了まで`, en: words`From being due to completion` }],
      subtitle: { ja: '人数（人、健診の年度）', en: 'Persons, by the fiscal year of the checkup' },
      read: {
        ja: '上から、対象になった人、初回面接を受けた人、終了した人です。棒の差が、次に進まなかった人です。新しい年度は、指導が続いているあいだ終了が増えます。',
        en: 'From the top: those due, those interviewed, those who completed. The gap between bars went no further. In a recent year completions still grow while guidance goes on.',
      },
      span: 'seven',
      frame: {
        analysis: 'guidance-pipeline',
        measure: 'due',
        rows: 'measure',
        measures: {
          due: { ja: '対象になった', en: 'Due' },
          interviewed: { ja: '初回面接を受けた', en: 'Interviewed' },
          completed: { ja: '終了した', en: 'Completed' },
        },
      },
      show: { chart: 'bars' },
    },
    {
      name: 'levels',
      span: 'five',
      title: [{ ja: words`保健指導レベルの内訳`, en: words`Guidance levels` }],
      subtitle: { ja: '評価対象者に占める割合（%）', en: 'Share of those assessed (%)' },
      read: {
        ja: '健診の値と質問票の答えから、国の基準で計算したレベルです。血圧・血糖・脂質の薬を使っている人は、医療機関で治療中のため対象になりません。',
        en: 'Levels computed by the national rules from values and answers. Whoever takes medicine for pressure, glucose or lipids is under care and not due.',
      },
      frame: {
        analysis: 'guidance-levels',
        measure: 'share',
        rows: 'level',
      },
      show: { chart: 'bars' },
    },
    {
      name: 'ages',
      span: 'seven',
      title: [{ ja: words`年齢ごとの対象者の割合`, en: words`Share due by age` }],
      subtitle: {
        ja: '特定保健指導の対象者の割合（%、その年齢の評価対象者）',
        en: 'Share due for guidance (%; of those assessed at that age)',
      },
      read: {
        ja: '年齢は年度の終わり（3月31日）の満年齢です。65歳以上は積極的支援がなく、動機付け支援だけになります。',
        en: 'Age at the end of the fiscal year (31 March). From 65 there is motivational guidance only.',
      },
      frame: { analysis: 'guidance-levels', measure: 'share', rows: 'age_band', at: { need: 'due' } },
      show: { chart: 'bars' },
    },
    {
      name: 'metabolic',
      span: 'five',
      title: [{ ja: words`メタボ判定の内訳`, en: words`Metabolic syndrome` }],
      subtitle: { ja: '評価対象者に占める割合（%）', en: 'Share of those assessed (%)' },
      read: {
        ja: '腹囲が基準以上で、血圧・血糖・脂質のうち2つ以上が基準該当、1つが予備群です。薬を使っている項目は、基準に当てはまるものとして数えます。',
        en: 'Waist at its limit and two or more of pressure, glucose and lipids: syndrome; one: borderline. Under medicine counts as beyond the limit.',
      },
      frame: {
        analysis: 'guidance-levels',
        measure: 'share',
        rows: 'metabolic',
      },
      show: { chart: 'bars' },
    },
    {
      name: 'outcomes',
      title: [{ ja: words`終了した人に見られた変化`, en: words`What changed for those who completed` }],
      subtitle: {
        ja: '成果のあった人の割合（%、特定保健指導を終えた人）',
        en: 'Share with the outcome (%; those who completed)',
      },
      read: {
        ja: '指導の前後を比べた値です。指導を受けなかった人との比較ではないため、すべてが指導の効果とは言えません。1人が複数に当てはまることがあります。',
        en: 'Before and after guidance. It is no comparison with persons without guidance, so not all of it is an effect. One person may count under several.',
      },
      frame: { analysis: 'guidance-outcomes', measure: 'share', rows: 'outcome' },
      show: { chart: 'bars' },
    },
    {
      name: 'units',
      title: [{ ja: words`事業所ごとの実施率`, en: words`Completion by reporting unit` }],
      subtitle: {
        ja: '特定保健指導の実施率（%）縦の線は組合全体',
        en: 'Completion of health guidance (%). The tick is the whole society',
      },
      read: {
        ja: '縦の線より棒が短い事業所は、組合全体より実施率が低い事業所です。対象者の少ない事業所では、1人の違いで大きく動きます。',
        en: 'Where the bar ends before the tick, completion is below the whole society. Where few are due, one person moves it a lot.',
      },
      frame: {
        analysis: 'guidance-rate',
        measure: 'completion_rate',
        rows: 'unit',
        total: 'rows',
        order: 'value',
        skipZero: true,
      },
      show: { chart: 'units' },
    },
    {
      name: 'level',
      title: [
        {
          ja: words`年齢と性別をならした、事業所ごとの対象者の多さ`,
          en: words`Persons due by reporting unit, age and sex evened out`,
        },
      ],
      subtitle: {
        ja: '特定保健指導の対象者の水準（組合平均＝100、評価対象者）縦の線は組合平均',
        en: 'Level of those due (society = 100; persons assessed). The tick is the whole society',
      },
      read: {
        ja: '組合全体の同じ年齢・性別の人と同じ割合で対象者がいるとしたら100です。人数の少ない事業所では、偶然で年ごとに大きく動きます。',
        en: 'A unit whose people are due as often as those of the same sex and age in the whole society stands at 100. In small units chance moves it a lot from year to year.',
      },
      frame: {
        analysis: 'health-level',
        measure: 'due_level',
        rows: 'unit',
        total: 'rows',
        order: 'value',
        skipZero: true,
      },
      show: { chart: 'units' },
    },
  ],
});
