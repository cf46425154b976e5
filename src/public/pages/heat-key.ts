import { type Html, html } from './html.ts';

/** Colour class of one cell, the sign that says the same without colour, and what a screen reader says for it. */
export type Shade = { readonly className: string; readonly sign?: string; readonly said?: string };

/** Class and meaning of each colour of a table. */
export function heatKey(entries: readonly (readonly [className: string, text: string])[]): Html {
  return html`<ul class="key">${entries.map(
    ([className, text]) => html`<li><span class="swatch ${className}"></span>${text}</li>`,
  )}</ul>`;
}
