import type { Cell, ManifestMeasure } from '#release/form.ts';
import type { Language } from '#shared/text.ts';
import { shown } from '../cells.ts';
import { decimalsOf, marks, number } from '../format.ts';
import { type Html, html } from './html.ts';

/** The content of a table cell: a number, or the mark of its state with what a screen reader says. */
export function cellText(cell: Cell | undefined, measure: ManifestMeasure, language: Language): Html {
  const value = shown(cell);
  if (value !== undefined) return html`${number(value, decimalsOf(measure))}`;
  const state = cell === undefined || cell.status === 'ok' ? marks.missing : marks[cell.status];
  return html`<span class="mark" aria-hidden="true">${state.mark}</span><span class="vh">${state.spoken[language]}</span>`;
}

export function cellClass(cell: Cell | undefined): string {
  return cell?.status === 'hidden' ? 'n hatch' : 'n';
}
