import { PDFiumLibrary } from '@hyzyla/pdfium';
import { describe, expect, test } from 'vitest';
import { sha256 } from '#shared/fingerprint.ts';
import { type ReportFile, reportForms } from '../../../src/public/reports/files.ts';
import { reportContent } from '../../../src/public/reports/report.ts';
import { changed, factory, hidden, othersThan, pool, sourceOf, year } from './sample-report.ts';

const number = '2026-00012';
const source = await sourceOf(
  changed((cell) => (cell.at['risk'] === 'liver' && cell.at['unit'] === factory.code ? hidden(cell) : cell)),
);
const content = await reportContent(source, factory, year);
const [pdf, html] = await filesOf();

async function filesOf(): Promise<readonly [ReportFile, ReportFile]> {
  const [first, second] = [await reportForms[0]!(content, number), await reportForms[1]!(content, number)];
  return [first, second];
}

/** Text of the pages of a PDF. */
async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = Array.from({ length: document.getPageCount() }, (_, index) =>
      document.getPage(index).getText().replaceAll('\r\n', '\n'),
    );
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

test('the same report has the same bytes, in both forms, whatever was made between', async () => {
  await reportForms[0]!(await reportContent(source, pool, year), '2026-00013');
  const again = await filesOf();
  expect(again.map(({ bytes }) => sha256(bytes))).toEqual([pdf, html].map(({ bytes }) => sha256(bytes)));
});

describe('the PDF', () => {
  test('has four A4 pages with their question, class, number and page at the foot', async () => {
    const pages = await textOf(pdf.bytes);
    expect(pdf.sheets).toBe(4);
    expect(pages.length).toBe(4);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(content.pages[index]!.question);
      expect(text).toContain('社外秘');
      expect(text).toContain(`指定番号 ${number}`);
      expect(text).toContain('取扱期間 2027年3月31日まで');
      expect(text).toContain('開示範囲 組合と貴社');
      expect(text).toContain(`${index + 1}／4`);
    }
  });

  test('names no other unit, in text or bytes', async () => {
    const text = (await textOf(pdf.bytes)).join('\n');
    expect(text).toContain(factory.name);
    for (const { code, ja } of othersThan(factory)) {
      expect(text).not.toContain(ja);
      expect(text.match(/\b\d{4}\b/g)).not.toContain(code);
      expect(Buffer.from(pdf.bytes).includes(ja)).toBe(false);
    }
  });

  test('shows X for what is hidden', async () => {
    const [summary] = await textOf(pdf.bytes);
    expect(summary).toMatch(/肝機能\s*X\s*X/);
    expect(summary).toContain('判定なし');
  });

  test('has the number as its only metadata', () => {
    const text = Buffer.from(pdf.bytes).toString('latin1');
    expect(text).toContain(number);
    expect(text).not.toMatch(/\/(Author|Subject|Keywords|CreationDate|ModDate)\b|dc:creator|xmp:CreateDate/);
  });
});

test('the HTML brings its fonts along and nothing else', () => {
  const text = Buffer.from(html.bytes).toString('utf8');
  expect([...text.matchAll(/@font-face/g)].length).toBeGreaterThanOrEqual(4);
  expect(text).toMatch(/src:url\(data:font\/woff2;base64,/);
  expect(text).not.toMatch(/https?:/);
  for (const { ja } of othersThan(factory)) expect(text).not.toContain(ja);
});
