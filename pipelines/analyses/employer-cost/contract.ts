import { defineAnalysis } from '#shared/define.ts';

const linked = { link: 'linked' };

export default defineAnalysis({
  title: { ja: '事業所別の医療費の水準（食事を除く）', en: 'Cost level by employer (without meals)' },
  question: {
    ja: '年齢と性別のちがいをならすと、医療費は高いか',
    en: 'Is cost high once age and sex are evened out?',
  },
  method: {
    ja: 'すべてのレセプトと療養費の医療費（決定点数×10円、円で請求されるものは決定した円）を、期待値と比べます。期待値は、組合全体の同じ性別・年齢（5歳ごと）の1人1か月当たり医療費に、その事業所の人の加入月数を掛けて合計した金額です（間接法）。水準は医療費÷期待値×100で、100が組合平均です。人数の少ない年齢は、40歳未満・40歳以上にまとめて計算します。入院時の食事は含みません。病気になりやすさや働き方のちがいはならしていません。ばらつきは、1人ずつの医療費と期待値の差（千円）を2乗して合計した値で、偶然で動く範囲の計算に使います。',
    en: 'Cost of all receipts and therapy claims (decided points × 10 yen, or the yen decided) against its expected value: what the society spends per person-month at the same sex and five-year age, times the months of cover of the unit’s people (indirect standardisation). The level is cost ÷ expected × 100; 100 is the society. Ages with few persons are joined (under 40; 40 and over). Meals in hospital are left out. Health risks and kinds of work are not evened out. Spread adds up the squared differences (in thousand yen) between each person’s cost and expected cost; it tells how far chance alone moves the level.',
  },
  purpose: 'medical-cost-analysis',
  classes: ['eligibility', 'receipt'],
  period: 'fiscal-year',
  dimensions: {
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [['unit']],
  measures: {
    members: {
      kind: 'persons',
      title: { ja: '加入者数', en: 'Members' },
      unit: { ja: '人', en: 'persons' },
      column: 'person_months',
      quantity: 'members',
    },
    person_months: {
      kind: 'sum',
      title: { ja: '延べ加入月数', en: 'Person-months' },
      unit: { ja: '人月', en: 'person-months' },
      column: 'person_months',
      quantity: 'person_months',
    },
    yen: {
      kind: 'sum',
      title: { ja: '医療費（食事を除く）', en: 'Cost (without meals)' },
      unit: { ja: '円', en: 'yen' },
      column: 'yen',
      quantity: 'medical_yen',
      population: linked,
    },
    expected: {
      kind: 'sum',
      title: { ja: '医療費の期待値', en: 'Expected cost' },
      unit: { ja: '円', en: 'yen' },
      column: 'expected',
      quantity: 'expected_yen',
    },
    spread: {
      kind: 'sum',
      title: { ja: '医療費のばらつき', en: 'Spread of cost' },
      unit: { ja: '千円の2乗', en: 'thousand yen squared' },
      column: 'spread',
      quantity: 'cost_spread',
      totalOnly: ['unit'],
    },
    cost_index: {
      kind: 'standardised',
      title: { ja: '医療費の水準（組合平均＝100）', en: 'Cost level (society = 100)' },
      unit: { ja: '', en: '' },
      observed: 'yen',
      expected: 'expected',
      stratum: 'stratum',
      scale: 100,
      decimals: 0,
    },
  },
});
