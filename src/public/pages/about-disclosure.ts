import type { Manifest } from '#release/form.ts';
import type { Language, Text } from '#shared/text.ts';
import { number } from '../format.ts';
import { dateName, monthName } from '../periods.ts';
import type { Site } from '../site.ts';
import { inputKinds, ruleNames, ui } from '../words.ts';
import { type Html, html, type Piece } from './html.ts';

/** 公開と秘匿: which figures are shown and which are not, and what the release was made from. */
export function disclosureBody(site: Site, language: Language): Html {
  const { manifest } = site.cells.release;
  const hidden = manifest.analyses.reduce((sum, one) => sum + one.hidden, 0);
  const all = manifest.analyses.reduce((sum, one) => sum + one.rows, 0);
  return html`<h1>${ui.disclosure[language]}</h1>
<p class="answer plain">${text(language, {
    ja: '個人が分からないことを確かめた数字だけを公開しています。画面・保存したファイル・APIの数字は、すべて同じ公開版から出ています。',
    en: 'Only figures that were checked to show nobody are published. Pages, downloads and the API all come from one release.',
  })}</p>
<section class="card full prose"><h2>${text(language, { ja: '表示しない値', en: 'Values that are not shown' })}</h2>
<p>${text(language, {
    ja: `${number(manifest.k)}人に満たない人数の値は表示しません。ほかの値との足し算や引き算で求められる値も、あわせて表示しません。`,
    en: `A value about fewer than ${manifest.k} persons is not shown. Neither is any value from which such a one could be worked out.`,
  })}</p>
<p>${text(language, {
    ja: '金額では、1人または1つの事業所の割合が大きい値も表示しません。割合は、分子と、分母から分子を引いた人数の両方で判断します。',
    en: 'Amounts in which one person or one employer weighs too much are not shown. Shares are judged by their numerator and by the rest of the denominator.',
  })}</p>
<p>${text(language, {
    ja: '表示しない値の印は X の1種類です。理由ごとに印を分けると、値を推測する手がかりになるためです。',
    en: 'There is one mark, X, for all of them: telling the reasons apart would help to guess the value.',
  })}</p>
<p>${text(language, {
    ja: '公開の前に、基準の人数に満たない値を、表示した値から求められないことを、すべての表をまとめて検査しています。',
    en: 'Before publication all tables together are audited: no value below that number can be worked out from what is shown.',
  })}</p></section>
<section class="card full"><h2>${text(language, { ja: '値の印', en: 'Marks' })}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="marks-caption"><table>
<caption id="marks-caption" class="vh">${text(language, { ja: '値の印の意味', en: 'What the marks mean' })}</caption>
<thead><tr><th scope="col">${text(language, { ja: '表の印', en: 'In tables' })}</th><th scope="col">${text(language, { ja: '意味', en: 'Meaning' })}</th><th scope="col">${text(language, { ja: 'ファイルの status', en: 'status in files' })}</th></tr></thead>
<tbody>${marksRows(language)}</tbody></table></div></section>
<section class="card full"><h2>${text(language, { ja: 'この公開版', en: 'This release' })}</h2>
<dl class="facts">${facts(site, language, hidden, all)}</dl></section>
<section class="card full"><h2>${text(language, { ja: 'もとにしたデータ', en: 'What it was made from' })}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="inputs-caption"><table>
<caption id="inputs-caption" class="vh">${text(language, { ja: 'データの種類と月', en: 'Kinds and months of data' })}</caption>
<thead><tr><th scope="col">${text(language, { ja: '種類', en: 'Kind' })}</th><th scope="col">${text(language, { ja: '月（レセプトは請求した月）', en: 'Months (claims: month of billing)' })}</th></tr></thead>
<tbody>${manifest.inputs.map(
    (input) =>
      html`<tr><th scope="row">${inputKinds[input.kind]?.[language] ?? input.kind}</th><td>${input.months ? `${monthName(input.months[0], language)}${language === 'ja' ? '〜' : '–'}${monthName(input.months[1], language)}` : '－'}</td></tr>`,
  )}</tbody></table></div></section>
<section class="card full"><h2>${text(language, { ja: '分析ごとの値の数', en: 'Values by analysis' })}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="counts-caption"><table>
<caption id="counts-caption" class="vh">${text(language, { ja: '表示と非表示の数', en: 'Shown and not shown' })}</caption>
<thead><tr><th scope="col">${text(language, { ja: '分析', en: 'Analysis' })}</th><th scope="col" class="n">${text(language, { ja: '表示', en: 'Shown' })}</th><th scope="col" class="n">${ui.hidden[language]}</th></tr></thead>
<tbody>${manifest.analyses.map(
    (one) =>
      html`<tr><th scope="row">${one.title[language]}</th><td class="n">${number(one.shown)}</td><td class="n">${number(one.hidden)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function facts(site: Site, language: Language, hidden: number, all: number): Piece {
  const { manifest } = site.cells.release;
  const rules = manifest.rules
    .map(({ name, from }) =>
      language === 'ja'
        ? `${ruleNames[name]?.ja ?? name}（${dateName(from, 'ja')}版）`
        : `${ruleNames[name]?.en ?? name} (${from})`,
    )
    .join(language === 'ja' ? '、' : ', ');
  const rows: readonly (readonly [string, string])[] = [
    [text(language, { ja: '番号', en: 'Id' }), manifest.id],
    [text(language, { ja: '作成日', en: 'Made on' }), dateName(manifest.createdOn, language)],
    [text(language, { ja: 'データの基準日', en: 'Data as of' }), dateName(manifest.asOf, language)],
    [
      text(language, { ja: '公開している診療月', en: 'Months of care shown up to' }),
      text(language, {
        ja: `${monthName(manifest.closedThrough, 'ja')}まで`,
        en: manifest.closedThrough,
      }),
    ],
    [
      text(language, { ja: '表示に必要な人数', en: 'Persons needed' }),
      text(language, { ja: `${manifest.k}人以上`, en: `${manifest.k} or more` }),
    ],
    [
      text(language, { ja: '検査の段階', en: 'Grade of the audit' }),
      `${manifest.grade} ${text(language, gradeMeaning(manifest))}`,
    ],
    [
      ui.hidden[language],
      text(language, {
        ja: `${number(all)}か所のうち ${number(hidden)}か所`,
        en: `${number(hidden)} of ${number(all)}`,
      }),
    ],
    [
      text(language, {
        ja: '使ったコード表と判定基準の版',
        en: 'Editions of code tables and official rules',
      }),
      rules === '' ? '－' : rules,
    ],
    [text(language, { ja: '署名', en: 'Signature' }), 'Ed25519'],
  ];
  return rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
}

/** What the audit proved of every hidden value. */
function gradeMeaning({ grade, k }: Manifest): Text {
  if (grade === 'P3')
    return {
      ja: '（どの X も、基準の人数に満たないとは言い切れない）',
      en: `(of no X can it be concluded that it is below ${k})`,
    };
  return {
    ja: '（どの X も、1人以上で基準の人数に満たないとは言い切れない。表から差し引いた残りも同じ）',
    en: `(of no X, nor of any remainder of a table, can it be concluded that it lies between 1 and ${k - 1})`,
  };
}

function marksRows(language: Language): Piece {
  const rows = [
    [
      'X',
      {
        ja: '非表示。個人が分からないように表示していません',
        en: 'Not shown, so that nobody can be recognised',
      },
      'hidden',
    ],
    [
      '－',
      { ja: '該当なし。その組み合わせはありません', en: 'Not applicable: the combination cannot exist' },
      'na',
    ],
    [
      '…',
      { ja: 'データなし。まだ集まっていないか、分母が0です', en: 'No data yet, or a denominator of zero' },
      'missing',
    ],
    [
      '0',
      {
        ja: '0です。ほかの値を守るために X になることもあります',
        en: 'Zero. It may become X to protect another value',
      },
      'ok',
    ],
  ] as const;
  return rows.map(
    ([mark, meaning, status]) =>
      html`<tr><th scope="row">${mark}</th><td>${meaning[language]}</td><td>${status}</td></tr>`,
  );
}

function text(language: Language, words: { readonly ja: string; readonly en: string }): string {
  return words[language];
}
