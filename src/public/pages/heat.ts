import type { RiskMap } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import { type Cells, shown } from '../cells.ts';
import { againstWhole } from '../chance.ts';
import { roundUp } from '../charts/scale.ts';
import { number, unitAfter } from '../format.ts';
import type { Grid } from '../grid.ts';
import { ui } from '../words.ts';
import { cellClass, cellText } from './cell.ts';
import { heatKey, type Shade } from './heat-key.ts';
import { type Html, html } from './html.ts';
import { riskKey, riskShade } from './risk-map.ts';
import { rowTitle, type TableWords } from './table.ts';

/** Steps of a difference in points: below the first, between, at or above the last. */
const steps = [4, 8] as const;

type Kind = 'against-total' | 'steps' | RiskMap;

/**
 * A table whose cells are coloured by class: against the total, only beyond chance; in five steps of size; or by the
 * class of risk that row and column stand for.
 */
export function heatTable(
  cells: Cells,
  grid: Grid,
  kind: Kind,
  words: Omit<TableWords, 'rowTitle'>,
  language: Language,
): Html {
  const { shade, key } = shading(cells, grid, kind, language);
  const { lead } = grid;
  const unit = (measure: Grid['measure']) =>
    html`<span class="unit">${unitAfter(measure.unit, language).trim()}</span>`;
  return html`${key}
<div class="scroll" tabindex="0" role="region" aria-labelledby="${words.id}">
<table class="heat ${typeof kind === 'string' ? kind : 'risks'}">
<caption id="${words.id}" class="vh">${words.caption}</caption>
<thead><tr><th scope="col">${rowTitle(cells, grid, language)}</th>${
    lead ? html`<th scope="col" class="n">${lead.measure.title[language]}${unit(lead.measure)}</th>` : ''
  }${grid.columns.map((column) => html`<th scope="col" class="n">${column.short}${unit(grid.measure)}</th>`)}</tr></thead>
<tbody>${grid.rows.map(
    (row, at) => html`<tr${row.isTotal ? html` class="total"` : ''}><th scope="row">${row.name}</th>${
      lead
        ? html`<td class="${cellClass(lead.cells[at])}">${cellText(lead.cells[at], lead.measure, language)}</td>`
        : ''
    }${grid.columns.map((column, index) => {
      const cell = grid.cells[at]?.[index];
      const { className, sign, said }: Shade =
        row.isTotal || column.isTotal ? { className: '' } : shade(at, index);
      return html`<td class="${cellClass(cell)} ${className}">${
        sign ? html`<span class="sign" aria-hidden="true">${sign}</span><span class="vh">${said} </span>` : ''
      }${cellText(cell, grid.measure, language)}</td>`;
    })}</tr>
`,
  )}</tbody>
</table>
</div>`;
}

function shading(cells: Cells, grid: Grid, kind: Kind, language: Language) {
  if (kind === 'against-total') return { shade: totalShade(cells, grid, language), key: totalKey(language) };
  if (kind !== 'steps') return { shade: riskShade(grid, kind, language), key: riskKey(language) };
  const limits = edges(grid, cells.release.manifest.k);
  return { shade: stepShade(grid, limits), key: stepKey(grid, limits, language) };
}

function totalShade(cells: Cells, grid: Grid, language: Language) {
  const total = grid.rows.findIndex((row) => row.isTotal);
  const { frame } = grid;
  return (at: number, index: number): Shade => {
    const [row, column] = [grid.rows[at], grid.columns[index]];
    const value = shown(grid.cells[at]?.[index]);
    const mean = shown(grid.cells[total]?.[index]);
    if (row === undefined || column === undefined || value === undefined || mean === undefined)
      return { className: '' };
    const whole = { ...frame.at, ...column.at };
    const place = { analysis: frame.analysis, period: row.period, part: { ...whole, ...row.at }, whole };
    const way = againstWhole(cells, place, row.measure ?? column.measure ?? frame.measure) ?? 0;
    if (way === 0) return { className: 'same' };
    const size = Math.abs(value - mean);
    const step = size >= steps[1] ? 3 : size >= steps[0] ? 2 : 1;
    return way > 0
      ? { className: `up${step}`, sign: '▲', said: ui.higher[language] }
      : { className: `down${Math.min(step, 2)}`, sign: '▽', said: ui.lower[language] };
  };
}

function totalKey(language: Language): Html {
  const [small, large] = steps;
  const entries: [string, string][] =
    language === 'ja'
      ? [
          ['down2', `▽${small}ポイント以上低い`],
          ['down1', `▽${small}未満低い`],
          ['same', '差があるとは言えない'],
          ['up1', `▲${small}未満高い`],
          ['up2', `▲${small}〜${large}高い`],
          ['up3', `▲${large}以上高い`],
        ]
      : [
          ['down2', `▽ ${small} points or more lower`],
          ['down1', `▽ under ${small} lower`],
          ['same', 'no difference shown'],
          ['up1', `▲ under ${small} higher`],
          ['up2', `▲ ${small}–${large} higher`],
          ['up3', `▲ ${large} or more higher`],
        ];
  return heatKey([...entries, ['hatch', `X ${ui.hidden[language]}`]]);
}

/** Edges of the five steps: parts of a round number above the highest shown value; the first never at k, the threshold of hiding. */
function edges(grid: Grid, k: number): readonly number[] {
  const values = grid.cells.flatMap((line, at) =>
    line.flatMap((cell, index) =>
      grid.rows[at]?.isTotal || grid.columns[index]?.isTotal ? [] : (shown(cell) ?? []),
    ),
  );
  const top = roundUp(Math.max(1, ...values));
  return [0.1, 0.25, 0.5, 0.75].map((part, index) => Math.max(2 * k * (index + 1), Math.round(top * part)));
}

function stepShade(grid: Grid, limits: readonly number[]) {
  return (at: number, index: number): Shade => {
    const value = shown(grid.cells[at]?.[index]);
    if (value === undefined) return { className: '' };
    return { className: `step${1 + limits.filter((limit) => value >= limit).length}` };
  };
}

function stepKey(grid: Grid, limits: readonly number[], language: Language): Html {
  const unit = unitAfter(grid.measure.unit, language);
  const from = (value: number) => number(value);
  const dash = language === 'ja' ? '〜' : '–';
  const texts = [
    `0${dash}${from(limits[0]! - 1)}${unit}`,
    ...limits
      .slice(0, -1)
      .map((limit, index) => `${from(limit)}${dash}${from((limits[index + 1] ?? limit) - 1)}`),
    language === 'ja' ? `${from(limits.at(-1)!)}以上` : `${from(limits.at(-1)!)} or more`,
  ];
  return heatKey([
    ...texts.map((text, index) => [`step${index + 1}`, text] as const),
    ['hatch', `X ${ui.hidden[language]}`],
  ]);
}
