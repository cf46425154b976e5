import type { Text } from '#shared/text.ts';
import { codesOf, totalOf } from '../names.ts';
import { yearName } from '../periods.ts';
import { href, type View } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';

type Option = { readonly name: string; readonly address: string; readonly isCurrent: boolean };

/** A row of links: the current one is bold, underlined and said to be current. */
export function filterBar(
  groups: readonly { readonly title: string; readonly options: readonly Option[] }[],
): Html {
  const useful = groups.filter((group) => group.options.length > 1);
  if (useful.length === 0) return html``;
  return html`<div class="filters">${useful.map(
    (group) =>
      html`<div class="filter"><span class="filter-title">${group.title}</span><ul>${group.options.map(
        (option) =>
          html`<li>${
            option.isCurrent
              ? html`<a href="${option.address}" aria-current="true">${option.name}</a>`
              : html`<a href="${option.address}">${option.name}</a>`
          }</li>`,
      )}</ul></div>`,
  )}</div>`;
}

export function yearOptions(
  view: View,
  keep: Readonly<Record<string, string>> = view.query,
): readonly Option[] {
  return view.years.map((year) => ({
    name: yearName(year, view.language),
    address: href(view.language, view.path, { ...keep, fy: String(year) }),
    isCurrent: year === view.year,
  }));
}

export const yearTitle: Text = ui.year;

/** Codes of one dimension with its total first. */
export function dimensionOptions(view: View, analysis: string, dimension: string): readonly Option[] {
  const { cells, language, path, query, at } = view;
  const codes = codesOf(cells, analysis, dimension, language);
  const option = (code: string, name: string, isCurrent: boolean) => ({
    name,
    address: href(language, path, { ...query, [dimension]: code }),
    isCurrent,
  });
  const total = option('', totalOf(dimension, language), at[dimension] === undefined);
  return [total, ...codes.map((entry) => option(entry.code, entry.short, at[dimension] === entry.code))];
}
