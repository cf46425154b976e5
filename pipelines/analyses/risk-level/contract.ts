import { defineAnalysis } from '#shared/define.ts';

const hundredths = { ja: '100分の1人', en: 'hundredths of a person' };

/** Persons at a risk, observed and expected, and the level; the persons are those of checkup-risk. */
const levelOf = (name: string, risk: string, ja: string, en: string) =>
  ({
    [name]: {
      kind: 'persons',
      title: { ja: `${ja}リスクのある人数`, en: `Persons at risk: ${en}` },
      unit: { ja: '人', en: 'persons' },
      column: `${name}_observed`,
      quantity: 'risk_at',
      population: { risk },
    },
    [`${name}_observed`]: {
      kind: 'sum',
      title: { ja: `${ja}（実際）`, en: `${en}, observed` },
      unit: hundredths,
      column: `${name}_observed`,
      quantity: 'risk_observed',
      population: { risk },
    },
    [`${name}_expected`]: {
      kind: 'sum',
      title: { ja: `${ja}（期待値）`, en: `${en}, expected` },
      unit: hundredths,
      column: `${name}_expected`,
      quantity: 'risk_expected',
      population: { risk },
    },
    [`${name}_level`]: {
      kind: 'standardised',
      title: { ja: `${ja}の水準（組合平均＝100）`, en: `${en}, level (society = 100)` },
      unit: { ja: '', en: '' },
      observed: `${name}_observed`,
      expected: `${name}_expected`,
      stratum: 'stratum',
      scale: 100,
      decimals: 0,
      per: 100,
    },
  }) as const;

export default defineAnalysis({
  title: { ja: '事業所別の健診リスクの水準', en: 'Checkup risks by employer, age and sex evened out' },
  question: {
    ja: '年齢と性別のちがいをならすと、健診リスクは高いか',
    en: 'Are checkup risks high once age and sex are evened out?',
  },
  method: {
    ja: '「健診リスク」と同じ人とリスクを、期待値と比べます。期待値は、組合全体の同じ性別・年齢（5歳ごと）の人の割合でリスクがあるとしたときの人数です（間接法）。水準は実際の人数÷期待値×100で、100が組合平均です。該当者の少ない年齢は、同じ性別のとなりの年齢とまとめて計算します。実際の人数と期待値は、100分の1人を1とした整数で持ちます。働き方や受診した人の偏りはならしていません。',
    en: 'The persons and risks of “Checkup risks” against their expected number: how many there would be at the shares of the whole society among the same sex and five-year age (indirect standardisation). The level is observed ÷ expected × 100; 100 is the society. Ages with few persons at risk are joined with their neighbours of the same sex. Observed and expected numbers are kept in hundredths of a person. Kinds of work and who takes a checkup are not evened out.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [['unit']],
  measures: {
    ...levelOf('obesity', 'obesity', '肥満', 'Obesity'),
    ...levelOf('pressure', 'blood-pressure', '血圧', 'Blood pressure'),
    ...levelOf('glucose', 'glucose', '血糖', 'Glucose'),
    ...levelOf('lipids', 'lipids', '脂質', 'Lipids'),
    ...levelOf('liver', 'liver', '肝機能', 'Liver function'),
  },
});
