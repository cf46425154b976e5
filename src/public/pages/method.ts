import type { ManifestAnalysis } from '#release/form.ts';
import type { Language } from '#shared/text.ts';
import { number } from '../format.ts';
import { periodName } from '../periods.ts';
import type { Site } from '../site.ts';
import { dataClasses, purposes } from '../words.ts';
import { type Html, html } from './html.ts';

const labels = {
  title: { ja: '計算方法とデータ', en: 'Method and data' },
  definition: { ja: '計算方法', en: 'Method' },
  periods: { ja: '期間', en: 'Periods' },
  dimensions: { ja: '区分', en: 'Dimensions' },
  measures: { ja: '値', en: 'Figures' },
  purpose: { ja: '利用目的', en: 'Purpose of use' },
  classes: { ja: '使ったデータの種類', en: 'Classes of data used' },
  counts: { ja: '公開している値の数', en: 'Published values' },
} as const;

/** The contract of an analysis in words: method, dimensions, measures, purpose, how much is hidden. */
export function analysisMethod(analysis: ManifestAnalysis, site: Site, language: Language): Html {
  const { id } = site.cells.release.manifest;
  const join = language === 'ja' ? '、' : ', ';
  const classes = analysis.classes.map((name) => dataClasses[name]?.[language] ?? name).join(join);
  const first = periodName(analysis.periods[0] ?? '', language);
  const last = periodName(analysis.periods.at(-1) ?? '', language);
  const { shown, hidden } = analysis;
  const counts =
    language === 'ja'
      ? `表示 ${number(shown)}か所、非表示 ${number(hidden)}か所`
      : `${number(shown)} shown, ${number(hidden)} not shown`;
  const rows: readonly (readonly [string, string])[] = [
    [labels.definition[language], analysis.method[language]],
    [
      labels.measures[language],
      Object.values(analysis.measures)
        .map(({ title, unit }) => title[language] + (unit[language] === '' ? '' : ` (${unit[language]})`))
        .join(join),
    ],
    [
      labels.dimensions[language],
      Object.values(analysis.dimensions)
        .map((one) => one.title[language])
        .join(join),
    ],
    [labels.periods[language], first === last ? first : `${first}〜${last}`],
    [labels.purpose[language], purposes[analysis.purpose]?.[language] ?? analysis.purpose],
    [labels.classes[language], classes],
    [labels.counts[language], counts],
  ];
  return html`<section class="card full method"><h2>${labels.title[language]}</h2>
<dl class="facts">${rows.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
<p class="note">${language === 'ja' ? '公開版' : 'Release'} ${id}</p></section>`;
}
