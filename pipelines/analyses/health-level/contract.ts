import { defineAnalysis } from '#shared/define.ts';

const due = { need: 'due' };
const hundredths = { ja: '100分の1人', en: 'hundredths of a person' };

export default defineAnalysis({
  title: {
    ja: '事業所別の特定保健指導の対象者の水準',
    en: 'Persons due for guidance by employer, age and sex evened out',
  },
  question: {
    ja: '年齢と性別のちがいをならすと、対象者は多いか',
    en: 'Are many due once age and sex are evened out?',
  },
  method: {
    ja: '評価対象者のうち、特定保健指導の対象者（積極的支援・動機付け支援）を、期待値と比べます。期待値は、組合全体の同じ性別・年齢（5歳ごと）の人の割合で当てはまるとしたときの人数です（間接法）。水準は実際の人数÷期待値×100で、100が組合平均です。該当者の少ない年齢は、同じ性別のとなりの年齢とまとめて計算します。実際の人数と期待値は、100分の1人を1とした整数で持ちます。働き方や受診した人の偏りはならしていません。',
    en: 'Of the persons assessed, those due for health guidance (intensive or motivational) against their expected number: how many there would be at the shares of the whole society among the same sex and five-year age (indirect standardisation). The level is observed ÷ expected × 100; 100 is the society. Ages with few such persons are joined with their neighbours of the same sex. Observed and expected numbers are kept in hundredths of a person. Kinds of work and who takes a checkup are not evened out.',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [['unit']],
  measures: {
    assessed: {
      kind: 'persons',
      title: { ja: '評価対象者数', en: 'Persons assessed' },
      unit: { ja: '人', en: 'persons' },
      column: 'assessed',
      quantity: 'guidance_assessed',
    },
    due: {
      kind: 'persons',
      title: { ja: '特定保健指導の対象者数', en: 'Persons due for health guidance' },
      unit: { ja: '人', en: 'persons' },
      column: 'observed',
      quantity: 'guidance_assessed',
      population: due,
      of: 'assessed',
    },
    observed: {
      kind: 'sum',
      title: { ja: '特定保健指導の対象（実際）', en: 'Due for guidance, observed' },
      unit: hundredths,
      column: 'observed',
      quantity: 'health_observed',
      population: due,
    },
    expected: {
      kind: 'sum',
      title: { ja: '特定保健指導の対象（期待値）', en: 'Due for guidance, expected' },
      unit: hundredths,
      column: 'expected',
      quantity: 'health_expected',
      population: due,
    },
    due_share: {
      kind: 'ratio',
      title: { ja: '特定保健指導の対象者の割合', en: 'Share due for health guidance' },
      unit: { ja: '%', en: '%' },
      numerator: 'due',
      denominator: 'assessed',
      scale: 100,
      decimals: 1,
    },
    due_level: {
      kind: 'standardised',
      title: { ja: '特定保健指導の対象者の水準（組合平均＝100）', en: 'Level of those due (society = 100)' },
      unit: { ja: '', en: '' },
      observed: 'observed',
      expected: 'expected',
      stratum: 'stratum',
      scale: 100,
      decimals: 0,
      per: 100,
    },
  },
});
