import { cell, change, definePage, gap, moved, top, unsure, words } from '#shared/define.ts';

const participation = { analysis: 'checkup-participation', measure: 'participation_rate' };
const target = { analysis: 'checkup-participation', measure: 'target' };
const risk = { analysis: 'checkup-risk', measure: 'risk_rate' };
const finding = { analysis: 'checkup-findings', measure: 'found_rate' };
/** Items that nearly everybody has: others are measured of few, in place of one of these. */
const items = [
  'bmi',
  'waist',
  'sbp',
  'dbp',
  'tg',
  'hdl',
  'ldl',
  'fpg',
  'hba1c',
  'ast',
  'alt',
  'ggt',
  'hemoglobin',
];
const most = { over: 'item', show: 'name', only: items } as const;
const obesity = { ...risk, at: { risk: 'obesity' } };

export default definePage({
  group: 'health',
  order: 4,
  title: { ja: '健診', en: 'Checkups' },
  question: {
    ja: '健診はどこまで進み、どのリスクが多いか',
    en: 'How far have checkups come, and which risks are common?',
  },
  answer: [
    [
      {
        ja: words`特定健診の受診率は${cell(participation)}で、前年度より${gap(participation)}${moved(participation, { up: '高くなりました', down: '低くなりました' })}。`,
        en: words`Checkup participation (tokutei kenshin 特定健診) was ${cell(participation)}; it ${moved(participation, { up: 'rose', down: 'fell' })} by ${gap(participation)}.`,
      },
      {
        ja: words`特定健診の受診率は${cell(participation)}で、前年度と差があるとは言えません（${change(participation)}）${unsure(participation)}。`,
        en: words`Checkup participation (tokutei kenshin 特定健診) was ${cell(participation)}; no difference from the year before can be shown (${change(participation)})${unsure(participation)}.`,
      },
      {
        ja: words`特定健診の受診率は${cell(participation)}です。`,
        en: words`Checkup participation (tokutei kenshin 特定健診) was ${cell(participation)}.`,
      },
      { ja: words`特定健診の受診率は表示していません。`, en: words`Checkup participation is not shown.` },
    ],
    [
      {
        ja: words`最も多いリスクは${top(risk, { over: 'risk', show: 'name' })}で、受診者の${top(risk, { over: 'risk', show: 'value' })}が当てはまります。`,
        en: words`The most common risk: ${top(risk, { over: 'risk', show: 'name' })}, with ${top(risk, { over: 'risk', show: 'value' })} of those examined.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: '特定健診の受診率', en: 'Checkup participation' },
      of: participation,
      link: '/analyses/checkup-participation',
      scale: [40, 100],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...participation, back: 1 } },
        { label: { ja: '本人', en: 'Insured' }, of: { ...participation, at: { relation: 'insured' } } },
        { label: { ja: '家族', en: 'Dependants' }, of: { ...participation, at: { relation: 'dependant' } } },
      ],
    },
    {
      title: { ja: '健診の対象者（40〜74歳）', en: 'Entitled to a checkup (40–74)' },
      of: target,
      link: '/analyses/checkup-participation',
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...target, back: 1 } },
        { label: { ja: '本人', en: 'Insured' }, of: { ...target, at: { relation: 'insured' } } },
        { label: { ja: '家族', en: 'Dependants' }, of: { ...target, at: { relation: 'dependant' } } },
      ],
    },
    {
      title: { ja: '肥満リスクのある人の割合', en: 'Share with an obesity risk' },
      of: obesity,
      link: '/analyses/checkup-risk',
      scale: [0, 80],
      rows: [
        { label: { ja: '前年度', en: 'Year before' }, of: { ...obesity, back: 1 } },
        { label: { ja: '男性', en: 'Men' }, of: { ...obesity, at: { risk: 'obesity', sex: 'male' } } },
        { label: { ja: '女性', en: 'Women' }, of: { ...obesity, at: { risk: 'obesity', sex: 'female' } } },
      ],
    },
  ],
  filters: ['sex'],
  figures: [
    {
      name: 'ages',
      span: 'seven',
      title: [{ ja: words`年齢ごとの健診の受診率`, en: words`Participation by age` }],
      subtitle: { ja: '特定健診の受診率（%、男女別）', en: 'Checkup participation (%; by sex)' },
      read: {
        ja: '年齢は年度の終わり（3月31日）の満年齢です。実線が男性、点線が女性です。',
        en: 'Age at the end of the fiscal year (31 March). Solid line: men; dashed line: women.',
      },
      frame: {
        analysis: 'checkup-participation',
        measure: 'participation_rate',
        rows: 'age_band',
        columns: 'sex',
        total: 'columns',
        skipZero: true,
      },
      show: { chart: 'ages' },
    },
    {
      name: 'risk',
      span: 'five',
      title: [{ ja: words`健診リスクのある人の割合`, en: words`Share of members at risk` }],
      subtitle: { ja: '割合（%、40〜74歳の受診者）', en: 'Share (%; examined members aged 40–74)' },
      read: {
        ja: '健診の値が、保健指導の目安になる値を超えた人の割合です。1人が複数に当てはまることがあります。',
        en: 'Share of examined members beyond the threshold for health guidance. One person may count under several risks.',
      },
      frame: { analysis: 'checkup-risk', measure: 'risk_rate', rows: 'risk' },
      show: { chart: 'bars' },
    },
    {
      name: 'findings',
      title: [
        {
          ja: words`基準を超える人が最も多い検査は${top(finding, most)}`,
          en: words`Most often beyond its limit: ${top(finding, most)}`,
        },
        {
          ja: words`表示している検査では${top(finding, { ...most, among: 'shown' })}で基準を超える人が最も多い`,
          en: words`Of the items shown, most often beyond its limit: ${top(finding, { ...most, among: 'shown' })}`,
        },
        { ja: words`検査ごとの有所見率`, en: words`Findings by item` },
      ],
      subtitle: {
        ja: '有所見率（%、保健指導判定値に達した人。40〜74歳でその検査を受けた人）',
        en: 'Share with a finding (%; at the limit for guidance or beyond; members aged 40–74 with a value)',
      },
      read: {
        ja: '保健指導判定値（受診勧奨判定値を含む）に達した人の割合です。検査を受けた人だけで計算します。HbA1cと空腹時血糖のように、同じ体の状態を別の検査で見るものがあります。',
        en: 'Share of those with a value who are at the limit for guidance or beyond. Some items look at the same state of health in different ways, such as HbA1c and fasting glucose.',
      },
      frame: {
        analysis: 'checkup-findings',
        measure: 'found_rate',
        rows: 'item',
        only: items,
        order: 'value',
      },
      show: { chart: 'bars' },
    },
    {
      name: 'months',
      title: [{ ja: words`健診を受けた月`, en: words`When checkups were taken` }],
      subtitle: {
        ja: '健診を受けた人数（人／月、40〜74歳の特定健診の受診者）',
        en: 'Persons examined a month (ages 40–74)',
      },
      read: {
        ja: '実線がこの年度、点線が前の年度です。1年に2回以上受けた人は、1回だけ数えます。',
        en: 'The solid line is this fiscal year, the dashed line the one before. Whoever had several checkups counts once.',
      },
      frame: {
        analysis: 'checkup-months',
        measure: 'examined',
        rows: 'exam_month',
        columns: 'year',
      },
      show: { chart: 'months' },
    },
    {
      name: 'units',
      title: [{ ja: words`事業所ごとの健診の受診率`, en: words`Participation by reporting unit` }],
      subtitle: {
        ja: '特定健診の受診率（%、40〜74歳）縦の線は組合全体',
        en: 'Checkup participation (%; ages 40–74). The tick is the whole society',
      },
      read: {
        ja: '縦の線より棒が短い事業所は、組合全体より受診率が低い事業所です。小さな事業所はまとめています。',
        en: 'Where the bar ends before the tick, participation is below the whole society. Small employers are pooled.',
      },
      frame: {
        analysis: 'checkup-participation',
        measure: 'participation_rate',
        rows: 'unit',
        total: 'rows',
        order: 'value',
        skipZero: true,
      },
      show: { chart: 'units' },
    },
    {
      name: 'risks',
      title: [{ ja: words`健診リスクは事業所でどう違うか`, en: words`Checkup risks by reporting unit` }],
      subtitle: {
        ja: '健診リスクのある人の割合（%、40〜74歳の受診者）色は組合全体との差',
        en: 'Share at risk (%; examined members aged 40–74). Colour: difference from the whole society',
      },
      read: {
        ja: '色と▲▽は、人数によるばらつきを超えて組合全体と違うところだけに付けています。灰色は差があるとは言えません。人数は、血圧の検査値がある人の数です。',
        en: 'Colour and ▲▽ mark only what differs from the whole society beyond chance. Grey: no difference can be shown. Persons: those with a blood pressure value.',
      },
      frame: {
        analysis: 'checkup-risk',
        measure: 'risk_rate',
        rows: 'unit',
        columns: 'risk',
        total: 'rows',
        skipZero: true,
        lead: { analysis: 'checkup-risk', measure: 'base', at: { risk: 'blood-pressure' } },
      },
      show: { heat: 'against-total' },
    },
    {
      name: 'levels',
      title: [
        {
          ja: words`年齢と性別をならすと、健診リスクは事業所でどう違うか`,
          en: words`Checkup risks by reporting unit, age and sex evened out`,
        },
      ],
      subtitle: {
        ja: '健診リスクの水準（組合平均＝100、40〜74歳の受診者）色は組合平均との差',
        en: 'Level of checkup risks (society = 100; examined members aged 40–74). Colour: difference from the society',
      },
      read: {
        ja: '組合全体の同じ年齢・性別の人と同じ割合でリスクのある人がいるとしたら100です。色と▲▽は、人数によるばらつきを超えて違うところだけに付けています。上の表と違うところは、年齢や男女の割合のちがいで説明できます。',
        en: 'A unit whose people are at risk as often as those of the same sex and age in the whole society stands at 100. Colour and ▲▽ mark only what differs beyond chance. Where this differs from the table above, age and sex explain it.',
      },
      frame: {
        analysis: 'risk-level',
        measure: 'obesity_level',
        rows: 'unit',
        columns: 'measure',
        measures: {
          obesity_level: { ja: '肥満', en: 'Obesity' },
          pressure_level: { ja: '血圧', en: 'Blood pressure' },
          glucose_level: { ja: '血糖', en: 'Glucose' },
          lipids_level: { ja: '脂質', en: 'Lipids' },
          liver_level: { ja: '肝機能', en: 'Liver function' },
        },
        total: 'rows',
        skipZero: true,
      },
      show: { heat: 'against-total' },
    },
  ],
});
