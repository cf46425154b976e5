import type { Language, Text } from '#shared/text.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';

const terms: readonly (readonly [Text, Text])[] = [
  [
    { ja: '加入者・本人・家族', en: 'Members, insured, dependants' },
    {
      ja: '加入者は健康保険組合に入っている人の全員です。本人は被保険者、家族は被扶養者です。',
      en: 'Members are all persons covered by the society: the insured (hihokensha 被保険者) and their dependants (hifuyosha 被扶養者).',
    },
  ],
  [
    { ja: '人月', en: 'Person-months' },
    {
      ja: '月の末日に資格がある人を、1か月ごとに数えたものです。1年間入っている人は12人月です。',
      en: 'Members covered on the last day of a month, counted month by month. A whole year of cover is 12 person-months.',
    },
  ],
  [
    { ja: '年度', en: 'Fiscal year' },
    {
      ja: '4月から翌年3月までです。年齢は年度の終わり（3月31日）の満年齢です。',
      en: 'April to March. Age is taken at its end (31 March).',
    },
  ],
  [
    { ja: '医療費', en: 'Cost' },
    {
      ja: '決定点数×10円です。訪問看護と療養費は決定した円です。食事の費用は含みません。自己負担分も含む総額です。',
      en: 'Decided points × 10 yen; home nursing and therapy are decided in yen. Meals are left out. It includes what patients pay themselves.',
    },
  ],
  [
    { ja: '1人当たり医療費', en: 'Cost per member' },
    {
      ja: '医療費を人月で割った値です。年度の値は12倍して、1人が1年間入っていた場合の金額にしています。',
      en: 'Cost divided by person-months; for a fiscal year times 12, as if every member were covered all year.',
    },
  ],
  [
    { ja: '受診した人', en: 'Patients' },
    { ja: 'その期間にレセプトが1件以上ある人です。', en: 'Persons with at least one claim in the period.' },
  ],
  [
    { ja: '主傷病', en: 'Main disease' },
    {
      ja: 'レセプトに主な病気として書かれた傷病です。疾病大分類（ICD-10）で分けています。',
      en: 'The main disease on the claim, grouped by ICD-10 chapter.',
    },
  ],
  [
    { ja: '特定健診の受診率', en: 'Checkup participation' },
    {
      ja: '年度を通じて加入している40〜74歳の人のうち、その年度に特定健診を受けた人の割合です。国への報告で使う「実施率」とは、除く人の扱いが違います。',
      en: 'Share of members aged 40–74, covered all year, who had the specific health checkup (tokutei kenshin 特定健診). The rate of the statutory report leaves out more persons.',
    },
  ],
  [
    { ja: '健診リスク', en: 'Checkup risk' },
    {
      ja: '肥満・血圧・血糖・脂質・肝機能の値が、保健指導の目安になる値を超えていることです。',
      en: 'Values of obesity, blood pressure, glucose, lipids or liver beyond the threshold for health guidance.',
    },
  ],
  [
    { ja: '事業所（報告の単位）', en: 'Reporting unit' },
    {
      ja: '40〜74歳の本人が一定の人数以上いる会社は1社ずつ、それより小さい会社はまとめて表示します。',
      en: 'Employers with enough insured aged 40–74 stand alone; smaller ones are pooled.',
    },
  ],
  [
    { ja: '差があるとは言えない', en: 'No difference can be shown' },
    {
      ja: '人数によるばらつき（95%の範囲）の中にある差です。増えた・減ったとは書きません。',
      en: 'A difference inside the 95 % limits of chance. It is not called a rise or a fall.',
    },
  ],
];

/** 用語と方法: what the words mean, the method of each analysis, the licences of the fonts. */
export function methodBody(site: Site, language: Language): Html {
  const { analyses } = site.cells.release.manifest;
  return html`<h1>${ui.glossary[language]}</h1>
<p class="answer plain">${{ ja: '画面で使う言葉と、数字の計算方法です。', en: 'The words used on these pages, and how the figures are made.' }[language]}</p>
<section class="card full"><h2>${{ ja: '用語', en: 'Terms' }[language]}</h2>
<dl class="facts">${terms.map(([term, meaning]) => html`<div><dt>${term[language]}</dt><dd>${meaning[language]}</dd></div>`)}</dl></section>
<section class="card full"><h2>${{ ja: '分析の計算方法', en: 'Method of each analysis' }[language]}</h2>
<dl class="facts">${analyses.map(
    (one) =>
      html`<div><dt><a href="${href(language, `/analyses/${one.name}`)}">${one.title[language]}</a></dt><dd>${one.method[language]}</dd></div>`,
  )}</dl></section>
<section class="card full prose"><h2>API</h2>
<p>${{ ja: 'どの表も、同じ列の CSV・Excel・Arrow・JSON で取り出せます。', en: 'Every table is available as CSV, Excel, Arrow and JSON with the same columns.' }[language]}</p>
<p><a href="/api/analyses">/api/analyses</a></p></section>
<section class="card full prose"><h2>${{ ja: '書体のライセンス', en: 'Licence of the fonts' }[language]}</h2>
<p>${
    {
      ja: 'BIZ UDPゴシックを SIL Open Font License 1.1 に従って使っています。数字の書体 KL Num は、その数字の幅をそろえて名前を変えたものです。',
      en: 'BIZ UDPGothic is used under the SIL Open Font License 1.1. The digits font KL Num is made from it, with digits of one width, under another name.',
    }[language]
  }</p>
<p><a href="/assets/fonts/OFL.txt">SIL Open Font License 1.1</a></p></section>`;
}
