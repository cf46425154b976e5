import type { Said } from '../say.ts';
import { type Html, html } from './html.ts';

/** A sentence with its figures in bold. */
export function sentence(said: Said): Html {
  return html`${said.map((run) => (run.strong ? html`<strong class="n">${run.text}</strong>` : run.text))}`;
}
