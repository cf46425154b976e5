import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '生活習慣', en: 'Habits' },
  question: { ja: 'よい生活習慣の人はどれだけいるか', en: 'How many have good habits?' },
  method: {
    ja: '年度末に40〜74歳で、その年度に健診を受けた人の質問票の答えです（年度に複数回あれば、必須項目がそろったもの、なければ最初のもの）（標準的な質問票 令和6年度版）。たばこを吸わない: 現在習慣的に吸っていない。運動: 30分以上の運動、1日1時間以上の身体活動、速い歩行の3つのうち2つ以上。食事: 人より速く食べない、就寝前2時間以内の夕食が週3回未満、間食を毎日はとらない、朝食を抜くのが週3回未満の4つのうち3つ以上。お酒: 毎日飲む人は1日2合未満、時々飲む人は3合未満、または飲まない。睡眠: 睡眠で休養が十分とれている。分母は、その習慣の質問すべてに答えた人です。飲酒の頻度の古い3つの答えは、今の答えと同じ3つの区分にまとめて読みます。',
    en: 'The questionnaire of the checkup of the year (the complete one, else the first) of members aged 40–74 at its end (standard questionnaire, fiscal 2024 edition). Not smoking: no current habitual smoking. Exercise: two of three (30-minute exercise, one hour of activity a day, fast walking). Eating: three of four (not eating fast, no late supper, no daily snacks, no skipped breakfast). Drinking: under 2 go a day when daily, under 3 go when sometimes, or none. Sleep: enough rest by sleep. The base are those who answered every question of the habit. The three older answers about the frequency of drinking and the present eight are read as the same three groups.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    habit: { title: { ja: '習慣', en: 'Habit' }, list: 'habit', total: false, overlapping: true },
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_group: { title: { ja: '年齢', en: 'Age' }, list: 'checkup-age-group' },
  },
  tables: [
    ['habit', 'unit', 'sex'],
    ['habit', 'age_group'],
  ],
  measures: {
    answered: {
      kind: 'persons',
      title: { ja: '質問に答えた人数', en: 'Persons who answered' },
      unit: { ja: '人', en: 'persons' },
      column: 'answered',
      quantity: 'habit_answered',
    },
    good: {
      kind: 'persons',
      title: { ja: 'よい習慣の人数', en: 'Persons with the good habit' },
      unit: { ja: '人', en: 'persons' },
      column: 'good',
      quantity: 'habit_good',
      of: 'answered',
    },
    good_rate: {
      kind: 'ratio',
      title: { ja: 'よい習慣の人の割合', en: 'Share with the good habit' },
      unit: { ja: '%', en: '%' },
      numerator: 'good',
      denominator: 'answered',
      scale: 100,
      decimals: 1,
    },
  },
});
