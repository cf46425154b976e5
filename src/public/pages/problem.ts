import type { Language, Text } from '#shared/text.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';

/** What happened → what is safe → what to do next. */
export function problemBody(title: Text, hint: Text, language: Language): Html {
  return html`<h1>${title[language]}</h1>
<p class="answer plain">${hint[language]}</p>
<p><a href="${href(language, '/')}">${ui.back[language]}</a></p>`;
}

const steps = [
  {
    command: 'kenpo ingest',
    text: { ja: '受け取ったファイルを取り込みます', en: 'Take in the files received' },
  },
  {
    command: 'kenpo build',
    text: { ja: 'データを組み立てて検査します', en: 'Build and check the data' },
  },
  {
    command: 'kenpo release',
    text: {
      ja: '公開版の候補を作り、表示された番号で kenpo approve を実行します',
      en: 'Make a candidate, then run kenpo approve with the id it prints',
    },
  },
] as const;

/** The page of a home without a release: the three next steps and their commands. */
export function noReleaseBody(language: Language): Html {
  return html`<h1>${{ ja: '公開版がまだありません', en: 'There is no release yet' }[language]}</h1>
<p class="answer plain">${{ ja: '次の3つを順に実行すると、このページに結果が表示されます。', en: 'Run these three in order; the results will then appear here.' }[language]}</p>
<ol class="card full steps">${steps.map(({ command, text }) => html`<li><code>${command}</code> ${text[language]}</li>`)}</ol>`;
}
