import type { Language } from '#shared/text.ts';
import { number } from '../format.ts';
import { periodName } from '../periods.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';

const words = {
  lead: {
    ja: '公開している分析の一覧です。どの画面の数字も、ここにある表から作っています。',
    en: 'All published analyses. Every figure on every page comes from these tables.',
  },
  analysis: { ja: '分析', en: 'Analysis' },
  periods: { ja: '期間', en: 'Periods' },
  shown: { ja: '表示', en: 'Shown' },
  download: { ja: '保存', en: 'Download' },
} as const;

/** Every analysis of the release with its page and its files. */
export function dataListBody(site: Site, language: Language): Html {
  const { analyses } = site.cells.release.manifest;
  return html`<h1>${ui.dataList[language]}</h1>
<p class="answer plain">${words.lead[language]}</p>
<div class="card full"><div class="scroll" tabindex="0" role="region" aria-labelledby="list-caption"><table>
<caption id="list-caption" class="vh">${ui.dataList[language]}</caption>
<thead><tr><th scope="col">${words.analysis[language]}</th><th scope="col">${words.periods[language]}</th><th scope="col" class="n">${words.shown[language]}</th><th scope="col" class="n">${ui.hidden[language]}</th><th scope="col">${words.download[language]}</th></tr></thead>
<tbody>${analyses.map((analysis) => {
    const [first, last] = [analysis.periods[0] ?? '', analysis.periods.at(-1) ?? ''].map((one) =>
      periodName(one, language),
    );
    return html`<tr><th scope="row"><a href="${href(language, `/analyses/${analysis.name}`)}">${analysis.title[language]}</a></th><td>${first === last ? first : `${first}〜${last}`}</td><td class="n">${number(analysis.shown)}</td><td class="n">${number(analysis.hidden)}</td><td>${(
      [
        ['csv', 'CSV'],
        ['xlsx', 'Excel'],
        ['arrow', 'Arrow'],
      ] as const
    ).map(
      ([extension, name]) =>
        html`<a href="/api/analyses/${analysis.name}.${extension}" download aria-label="${analysis.title[language]} ${name}">${name}</a> `,
    )}</td></tr>
`;
  })}</tbody></table></div></div>`;
}
