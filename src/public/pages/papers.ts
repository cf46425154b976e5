import type { Language } from '#shared/text.ts';
import { type Html, html } from './html.ts';

const words = {
  title: { ja: '紙で出すもの', en: 'On paper' },
  lead: {
    ja: '画面に出るのは、個人の分からない数字だけです。名前の入る文書は、作った人とは別の人が確かめてから、番号を付けて印刷します。下は架空の組合の見本です。',
    en: 'Pages show figures only that tell of no person. Documents with names are checked by a second person and printed under a number. These are of an invented society.',
  },
} as const;

/** Documents of an invented society; they hold no figure of the society whose pages these are. */
const papers = [
  {
    file: 'medical-cost-notice.png',
    size: [714, 1009],
    title: { ja: '医療費のお知らせ', en: 'Medical-cost notice' },
  },
  {
    file: 'generic-notice.png',
    size: [714, 1009],
    title: { ja: 'ジェネリックに変えたときの差額のお知らせ', en: 'Generic-substitution notice' },
  },
  {
    file: 'employer-report.png',
    size: [714, 1009],
    title: { ja: '事業所別の健康レポート', en: 'Report for an employer' },
  },
  {
    file: 'guidance-list.png',
    size: [1009, 714],
    title: { ja: '特定保健指導の対象者リスト', en: 'List for health guidance' },
  },
] as const;

/** The section of the start page on what is printed, with a picture of each kind. */
export function papersSection(language: Language): Html {
  return html`<section class="papers" aria-labelledby="papers">
<h2 id="papers">${words.title[language]}</h2>
<p>${words.lead[language]}</p>
<ul>${papers.map(
    ({ file, size: [width, height], title }) =>
      html`<li><a href="/assets/pictures/${file}"><img src="/assets/pictures/${file}" width="${width}" height="${height}" loading="lazy" alt="${alt(title[language], language)}"></a><p>${title[language]}</p></li>
`,
  )}</ul>
</section>`;
}

function alt(title: string, language: Language): string {
  return language === 'ja' ? `${title}の見本` : `Sample: ${title}`;
}
