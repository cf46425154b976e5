import { cell, definePage, top, words } from '#shared/define.ts';

const referred = { analysis: 'checkup-referral', measure: 'referred_rate' };
/** Items that nearly everybody has, with a limit for seeing a doctor (受診勧奨判定値). */
const limited = ['sbp', 'dbp', 'tg', 'ldl', 'fpg', 'hba1c', 'ast', 'alt', 'ggt', 'hemoglobin'];

const most = { over: 'item', only: limited } as const;
const pressure = { ...referred, at: { item: 'sbp' } };
const glucose = { ...referred, at: { item: 'hba1c' } };
const lipids = { ...referred, at: { item: 'ldl' } };
const kidney = { analysis: 'ckd-map', measure: 'persons' };
const neighbours = (of: typeof pressure) => [
  { label: { ja: '前年度', en: 'Year before' }, of: { ...of, back: 1 as const } },
  { label: { ja: '男性', en: 'Men' }, of: { ...of, at: { ...of.at, sex: 'male' } } },
  { label: { ja: '女性', en: 'Women' }, of: { ...of, at: { ...of.at, sex: 'female' } } },
];

export default definePage({
  group: 'health',
  order: 7,
  title: { ja: '重症化予防', en: 'Prevention' },
  question: {
    ja: '医療機関に行くべき値の人は、どれだけいるか',
    en: 'How many have values that a doctor should see?',
  },
  answer: [
    [
      {
        ja: words`受診がすすめられる値の人が最も多い検査は${top(referred, { ...most, show: 'name' })}で、検査を受けた人の${top(referred, { ...most, show: 'value' })}です。`,
        en: words`The item most often at the limit for seeing a doctor: ${top(referred, { ...most, show: 'name' })}, with ${top(referred, { ...most, show: 'value' })} of those measured.`,
      },
      {
        ja: words`表示している検査の中では、${top(referred, { ...most, show: 'name', among: 'shown' })}で受診がすすめられる値の人が最も多く、${top(referred, { ...most, show: 'value', among: 'shown' })}です。`,
        en: words`Of the items shown, ${top(referred, { ...most, show: 'name', among: 'shown' })} is most often at the limit for seeing a doctor: ${top(referred, { ...most, show: 'value', among: 'shown' })}.`,
      },
    ],
    [
      {
        ja: words`腎機能（eGFR）と尿蛋白の両方を調べた人は${cell(kidney)}です。`,
        en: words`Both kidney function (eGFR) and urine protein were measured of ${cell(kidney)}.`,
      },
    ],
  ],
  tiles: [
    {
      title: { ja: '収縮期血圧が受診勧奨の値', en: 'Systolic pressure to be seen by a doctor' },
      of: pressure,
      link: '/analyses/checkup-referral',
      scale: [0, 40],
      rows: neighbours(pressure),
    },
    {
      title: { ja: 'HbA1cが受診勧奨の値', en: 'HbA1c to be seen by a doctor' },
      of: glucose,
      link: '/analyses/checkup-referral',
      scale: [0, 20],
      rows: neighbours(glucose),
    },
    {
      title: { ja: 'LDLコレステロールが受診勧奨の値', en: 'LDL to be seen by a doctor' },
      of: lipids,
      link: '/analyses/checkup-referral',
      scale: [0, 60],
      rows: neighbours(lipids),
    },
  ],
  filters: ['sex'],
  figures: [
    {
      name: 'referred',
      title: [{ ja: words`受診がすすめられる値の人の割合`, en: words`Values that a doctor should see` }],
      subtitle: {
        ja: '受診勧奨判定値に達した人の割合（%、40〜74歳でその検査を受けた人）割合の高い順',
        en: 'Share at the limit for seeing a doctor (%; members aged 40–74 with a value), highest first',
      },
      read: {
        ja: '治療中の人も含みます。受診勧奨判定値がない検査（BMI・腹囲・HDLコレステロール）と、受ける人の少ない検査は載せていません。腎臓は下の地図で見ます。',
        en: 'Those under care are included. Items without such a limit (BMI, waist, HDL cholesterol) and those few people have are left out. Kidneys: see the map below.',
      },
      frame: {
        analysis: 'checkup-referral',
        measure: 'referred_rate',
        rows: 'item',
        only: limited,
        order: 'value',
      },
      show: { chart: 'bars' },
    },
    {
      name: 'kidney',
      title: [
        { ja: words`慢性腎臓病（CKD）の重症度の地図`, en: words`Map of the severity of kidney disease` },
      ],
      subtitle: {
        ja: '人数（人、eGFRと尿蛋白の両方がある40〜74歳の受診者）',
        en: 'Persons (members aged 40–74 with both eGFR and urine protein)',
      },
      read: {
        ja: '下に行くほど腎臓のはたらきが弱く、右に行くほど尿に蛋白が多く出ています。■と▲の升の人は、専門の医療機関への紹介が考えられます。1回の健診の値で、診断ではありません。',
        en: 'Kidney function falls from top to bottom, protein in urine rises from left to right. Persons of cells marked ■ and ▲ may need a specialist. Values of one checkup, not diagnoses.',
      },
      frame: {
        analysis: 'ckd-map',
        measure: 'persons',
        rows: 'ckd_g',
        columns: 'ckd_a',
        total: 'rows',
      },
      show: {
        heat: {
          G1: { A1: 'low', A2: 'raised', A3: 'high' },
          G2: { A1: 'low', A2: 'raised', A3: 'high' },
          G3a: { A1: 'raised', A2: 'high', A3: 'highest' },
          G3b: { A1: 'high', A2: 'highest', A3: 'highest' },
          'G4-5': { A1: 'highest', A2: 'highest', A3: 'highest' },
        },
      },
    },
  ],
});
