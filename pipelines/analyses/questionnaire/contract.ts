import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '質問票の回答', en: 'Answers to the questionnaire' },
  question: {
    ja: '質問票のどの答えが多いか',
    en: 'Which answers to the questionnaire are common?',
  },
  method: {
    ja: '年度末に40〜74歳で、その年度に健診を受けた人の質問票（標準的な質問票22問のうち20問）の答えです。喫煙（問8）と睡眠（問20）は「生活習慣」に載せています。質問ごとに、気を付けたい側の答えを選んだ人を数えます。分母は、その質問に答えた人です。飲酒の頻度は「毎日」、飲酒量は2合以上を数え、2023年度までの選択肢でも同じ読み方です。飲酒量の分母は、飲酒量に答えた人です。特定保健指導を受けた経験の質問は2024年度からです。',
    en: 'Answers of members aged 40–74 with a checkup in the year to 20 of the 22 questions of the standard questionnaire; smoking (question 8) and sleep (20) are in “Habits”. Of each question the answer to look at is counted; the base are those who answered it. Drinking: every day; two go or more (before fiscal 2024 the answers are read the same way; the base are those who gave an amount). The question on earlier health guidance exists since fiscal 2024.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    question: { title: { ja: '質問', en: 'Question' }, list: 'question', total: false, overlapping: true },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_group: { title: { ja: '年齢', en: 'Age' }, list: 'checkup-age-group' },
  },
  tables: [
    ['question', 'sex'],
    ['question', 'age_group'],
  ],
  measures: {
    asked: {
      kind: 'persons',
      title: { ja: '質問に答えた人数', en: 'Persons who answered' },
      unit: { ja: '人', en: 'persons' },
      column: 'asked',
      quantity: 'question_asked',
    },
    chosen: {
      kind: 'persons',
      title: { ja: '該当する人数', en: 'Persons with this answer' },
      unit: { ja: '人', en: 'persons' },
      column: 'chosen',
      quantity: 'question_chosen',
      of: 'asked',
    },
    chosen_rate: {
      kind: 'ratio',
      title: { ja: '該当する人の割合', en: 'Share with this answer' },
      unit: { ja: '%', en: '%' },
      numerator: 'chosen',
      denominator: 'asked',
      scale: 100,
      decimals: 1,
    },
  },
});
