import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';

/** One page as pixels; `perMm` pixels stand for one millimetre. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly perMm: number;
  readonly rgba: Uint8Array;
};

/** Millimetres from the top left corner of the sheet; the right and bottom edges are outside. */
export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Pixels per millimetre: 144 dpi. */
const scale = 2;
const perMm = (scale * 72) / 25.4;

/** The pages of a PDF as pixels on white. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly Page[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: Page[] = [];
    for (let index = 0; index < document.getPageCount(); index++) {
      const { width, height, data } = await document.getPage(index).render({ scale, render: 'bitmap' });
      pages.push({ width, height, perMm, rgba: Uint8Array.from(data) });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

/** A picture of a page, to be looked at. */
export function pngOf(page: Page): Buffer {
  const png = new PNG({ width: page.width, height: page.height });
  png.data = Buffer.from(page.rgba);
  return PNG.sync.write(png);
}

const isInk = (page: Page, x: number, y: number) => {
  const at = 4 * (y * page.width + x);
  return (page.rgba[at] ?? 255) + (page.rgba[at + 1] ?? 255) + (page.rgba[at + 2] ?? 255) < 660;
};

/** Pixels with ink inside a rectangle; a pixel belongs to it by its centre. */
export function inkIn(page: Page, { left, top, right, bottom }: Rectangle): number {
  let ink = 0;
  for (let y = Math.ceil(top * page.perMm - 0.5); y < Math.min(page.height, bottom * page.perMm - 0.5); y++)
    for (let x = Math.ceil(left * page.perMm - 0.5); x < Math.min(page.width, right * page.perMm - 0.5); x++)
      if (isInk(page, Math.max(0, x), Math.max(0, y))) ink++;
  return ink;
}

/** Smallest rectangle in mm that holds all ink inside `within`; undefined where there is none. */
export function inkBox(page: Page, within: Rectangle): Rectangle | undefined {
  let found: { left: number; top: number; right: number; bottom: number } | undefined;
  for (
    let y = Math.round(within.top * page.perMm);
    y < Math.min(page.height, within.bottom * page.perMm);
    y++
  )
    for (
      let x = Math.round(within.left * page.perMm);
      x < Math.min(page.width, within.right * page.perMm);
      x++
    ) {
      if (!isInk(page, x, y)) continue;
      found ??= { left: x, top: y, right: x, bottom: y };
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x + 1);
      found.bottom = y + 1;
    }
  if (!found) return undefined;
  const mm = (pixels: number) => pixels / page.perMm;
  return { left: mm(found.left), top: mm(found.top), right: mm(found.right), bottom: mm(found.bottom) };
}

/** A small picture in text: one character per cell of 3 × 3 mm, `#` where a good part of it is ink. */
export function fingerprint(page: Page): string {
  const cell = 3;
  const rows = Math.floor(page.height / page.perMm / cell);
  const columns = Math.floor(page.width / page.perMm / cell);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const [left, top] = [column * cell, row * cell];
      const ink = inkIn(page, { left, top, right: left + cell, bottom: top + cell });
      return ink > 0.03 * (cell * page.perMm) ** 2 ? '#' : '.';
    }).join(''),
  ).join('\n');
}
