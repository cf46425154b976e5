import type { Language } from '#shared/text.ts';
import { dateName, monthName, yearInFull } from '../periods.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html, svg } from './html.ts';
import { navigation } from './nav.ts';

export type PageFrame = {
  readonly language: Language;
  readonly path: string;
  /** Query that the language switch keeps. */
  readonly query: Readonly<Record<string, string>>;
  readonly title: string;
  /** Fiscal year in the page title and the print head, where the page has one. */
  readonly year?: number;
  readonly body: Html;
};

/** The whole page around a body. Without a site (no release yet) the frame has no society and no navigation. */
export function layout(site: Site | undefined, frame: PageFrame): Html {
  const { language, path, query, title, year, body } = frame;
  const other = language === 'ja' ? 'en' : 'ja';
  const manifest = site?.cells.release.manifest;
  const edition =
    manifest &&
    `${monthName(manifest.createdOn.slice(0, 7), language)}${language === 'ja' ? '版' : ' edition'}`;
  const stamp =
    manifest &&
    `${edition} ${language === 'ja' ? `${dateName(manifest.createdOn, 'ja')}${ui.releasedOn.ja}` : `(${ui.releasedOn.en} ${manifest.createdOn})`}`;
  const heading = year === undefined ? title : `${title} ${yearInFull(year, language)}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading}｜Kenpo Lens</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/vega.js" defer></script>
<script src="/assets/client.js" type="module"></script>
</head>
<body>
<a class="skip" href="#main">${ui.skip[language]}</a>
${hatchPattern}
<header class="top">
<a class="brand" href="${href(language, '/')}">${logo}<span>Kenpo Lens</span></a>
${manifest ? html`<p class="society">${manifest.society.name}</p><p class="stamp">${stamp}</p>` : html`<p class="society"></p>`}
<a class="switch" href="${href(other, path, query)}" hreflang="${other}" lang="${other}">${other === 'en' ? 'English' : '日本語'}</a>
${site ? html`<a class="menu" href="#nav">${ui.menu[language]}</a>` : ''}
</header>
<p class="print-head">${manifest?.society.name ?? ''} ${heading}<span>${edition ?? ''} Kenpo Lens</span></p>
<div class="columns${site ? '' : ' alone'}">
<main id="main" tabindex="-1">
${manifest?.society.demo ? html`<p class="demo">${ui.demo[language]}</p>` : ''}
${body}
</main>
${site ? navigation(site, path, language) : ''}
</div>
</body>
</html>`;
}

const logo = svg(
  '<svg class="logo" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M18.5 18.5 25 25M12 8v8M8 12h8"/></svg>',
);

/** The one pattern of hidden cells: its size never depends on a value. */
const hatchPattern = svg(
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>',
);
