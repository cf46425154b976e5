import type { Language, Text } from '#shared/text.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { groups, ui } from '../words.ts';
import { type Html, html } from './html.ts';

type Item = { readonly path: string; readonly title: Text };

/** The navigation: only pages that exist, in a fixed order. */
export function navigation(site: Site, path: string, language: Language): Html {
  const items = entries(site);
  return html`<nav aria-label="${ui.pages[language]}" id="nav">${Object.entries(groups).map(
    ([group, title]) => {
      const own = items[group as keyof typeof groups];
      return own.length === 0
        ? ''
        : html`<div class="group"><p>${title[language]}</p><ul>${own.map(
            (item) =>
              html`<li><a href="${href(language, item.path)}"${item.path === path ? html` aria-current="page"` : ''}>${item.title[language]}</a></li>`,
          )}</ul></div>`;
    },
  )}</nav>`;
}

function entries(site: Site): Record<keyof typeof groups, readonly Item[]> {
  const pages = (group: keyof typeof groups) =>
    site.pages.filter((page) => page.group === group).map(({ path, title }) => ({ path, title }));
  const loose = site.loose.map((name) => ({
    path: `/analyses/${name}`,
    title: site.cells.analysis(name)?.title ?? { ja: name, en: name },
  }));
  return {
    all: [...pages('all'), ...loose],
    cost: pages('cost'),
    health: pages('health'),
    check: [
      { path: '/analyses', title: ui.dataList },
      { path: '/about/disclosure', title: ui.disclosure },
      { path: '/about/method', title: ui.glossary },
    ],
  };
}
