import { readFileSync } from 'node:fs';
import { type Html, html, type Piece, svg } from '../pages/html.ts';
import { colour } from './colours.ts';
import type { Block, Drawing, Item, PageContent, ReportContent, Segment, Table } from './content.ts';

import { verdictMarks } from './items.ts';

/** The colours the style sheet names, of the light theme: the file stands alone. */
const colours = [
  'surface',
  'strong',
  'text',
  'sub',
  'line',
  'line-2',
  'axis',
  'own',
  'bench',
  'hatch-line',
  'hatch-ground',
];
const verdictColours = '--better:#006f83;--worse:#c74700;--worse-text:#ac3e00';

const style = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/**
 * A report as one HTML file that needs nothing else: no script, no request, its fonts inside (`faces`). The title is
 * the document number.
 */
export function reportHtml(content: ReportContent, number: string, faces: string): string {
  const { unit, title, year, society, pages } = content;
  const root = `:root{${colours.map((name) => `--${name}:${colour(name)}`).join(';')};${verdictColours}}`;
  return `${html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="color-scheme" content="light">
<title>${number}</title>
<style>${svg(faces + root + style)}</style>
</head>
<body>
<header><p class="unit">${unit}</p><h1>${title} ${year}</h1><p class="society">${society}</p></header>
<main>
${pages.map((page, index) => section(content, page, index, number))}
</main>
</body>
</html>
`}`;
}

function section(content: ReportContent, page: PageContent, index: number, number: string): Html {
  const { unit, title, year, society, confidentiality, until, scope, about, pages } = content;
  return html`<section aria-labelledby="q${index}">
<p class="running"><span>${unit} ${title} ${year}</span><span>${society}</span></p>
<h2 id="q${index}">${page.question}</h2>
${page.answer.length > 0 ? html`<p class="answer">${page.answer.map(segments)}</p>` : ''}
${page.blocks.map(block)}
<div class="notes">${[...page.notes, ...(index === 0 ? about : [])].map((note) => html`<p>${note}</p>`)}</div>
<p class="foot"><span class="class">${confidentiality}</span><span>指定番号 ${number}</span><span>1部中の1</span><span>取扱期間 ${until}</span><span>開示範囲 ${scope}</span><span class="page">${index + 1}／${pages.length}</span></p>
</section>`;
}

function segments(parts: readonly Segment[]): Html {
  return html`${parts.map(({ text, strong }) => (strong ? html`<b>${text}</b>` : text))}`;
}

function block(one: Block): Html {
  switch (one.kind) {
    case 'legend':
      return html`<p class="legend"><span><i class="dot"></i>${one.own}</span><span><i class="ring"></i>${one.before}</span><span><i class="mean"></i>組合平均</span><span><i class="band"></i>人数によるばらつきの範囲</span></p>`;
    case 'table':
      return table(one);
    case 'drawing':
      return html`<figure><figcaption><h3>${one.title}</h3><p>${one.note}</p></figcaption>${drawing(one.drawing)}</figure>`;
    case 'cards':
      return html`<h3>${one.title}</h3><div class="cards">${one.cards.map(({ title, text }) => html`<div><h4>${title}</h4><p>${text}</p></div>`)}</div>`;
  }
}

function table({ caption, columns, sections }: Table): Html {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<colgroup>${columns.map(({ width }) => html`<col style="width:${((100 * width) / all).toFixed(1)}%">`)}</colgroup>
<thead><tr>${columns.map(({ title, align }) => (title.join('') === '' ? html`<td></td>` : html`<th scope="col" class="${align}">${lines(title)}</th>`))}</tr></thead>
${sections.map(
  ({
    title,
    note,
    rows,
  }) => html`<tbody>${title === '' ? '' : html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${title} <span>${note}</span></th></tr>`}
${rows.map(
  (row) => html`<tr>${row.map((item, index) => cell(item, columns[index]?.align ?? 'left', index === 0))}</tr>
`,
)}</tbody>`,
)}</table></div>`;
}

function lines(title: readonly string[]): Piece {
  return title.map((line, index) => html`${index > 0 ? html`<br>` : ''}${line}`);
}

function cell(item: Item, align: string, isHead: boolean): Html {
  switch (item.kind) {
    case 'text':
      return isHead ? html`<th scope="row">${item.text}</th>` : html`<td class="${align}">${item.text}</td>`;
    case 'figure':
      return html`<td class="n${item.strong ? ' own' : ''}">${item.text}${item.unit ? html`<span class="u">${item.unit}</span>` : ''}${sub(item.sub)}</td>`;
    case 'hidden':
      return html`<td class="n hatch"><span class="mark" aria-hidden="true">X</span><span class="vh">非表示</span>${sub(item.sub)}</td>`;
    case 'none':
      return html`<td class="n"><span aria-hidden="true">${item.mark}</span><span class="vh">${item.spoken}</span>${sub(item.sub)}</td>`;
    case 'verdict':
      return html`<td class="verdict ${item.verdict}"><span aria-hidden="true">${verdictMarks[item.verdict]}</span> ${item.word}</td>`;
    case 'drawing':
      return html`<td class="drawing">${drawing(item.drawing)}</td>`;
  }
}

function sub(text: string): Piece {
  return text === '' ? '' : html`<span class="sub">${text}</span>`;
}

function drawing({ svg: text }: Drawing): Html {
  return html`${svg(text)}`;
}
