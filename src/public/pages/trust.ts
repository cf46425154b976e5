import type { Language } from '#shared/text.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';

/** Foot of a page: how far the data reach, how much is hidden, where the method stands. */
export function trustStrip(
  notes: readonly string[],
  counts: { readonly hidden: number; readonly cells: number },
  methodAddress: string,
  language: Language,
): Html {
  const { hidden, cells } = counts;
  const of =
    language === 'ja' ? `${hidden}／${cells}${ui.places.ja}` : `${hidden} of ${cells} ${ui.places.en}`;
  return html`<aside class="trust" aria-label="${ui.trust[language]}"><p><strong>${ui.trust[language]}</strong> ${notes.join(' ')}</p><p><strong>${ui.hidden[language]}</strong> ${ui.thisPage[language]} <span class="n">${of}</span></p><p><a href="${methodAddress}">${ui.howMade[language]}</a></p></aside>`;
}
