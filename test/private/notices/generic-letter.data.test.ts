import { mkdirSync, writeFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { describe, expect, test } from 'vitest';
import type { Addressed, ExceptionReason } from '#private/documents/printer.ts';
import { printNotice } from '#private/notices/print.ts';
import { inkIn, pagesOf, pngOf } from '../../print/pixels.ts';

type Line = Readonly<Record<string, string | number | boolean | null>>;

const header = {
  id: 'd-aaaaaaaaaa',
  kind: 'notice:generic',
  purpose: 'generic-difference-notice',
  confidentiality: 'top-secret',
  period: '2026-06',
  scope: '本人',
  asOf: '2026-08-01',
  maker: 'operator',
  ruleVersions: {},
  counts: {},
  settings: {
    from: '2026-06',
    to: '2026-06',
    letters: {
      sender: '見本健康保険組合',
      postalCode: '000-0000',
      address: '架空県見本市1-1',
      department: '給付担当',
      phone: '00-0000-0000',
      hours: '平日 9時〜17時',
      window: { left: 20, top: 12, width: 90, height: 45 },
    },
  },
} as const;

const drug: Line = {
  is_lead: true,
  is_child: false,
  has_surcharge: true,
  patient: 0,
  month: '2026-12',
  drug: '架空持続性配合錠２０ｍｇ',
  unit: 'カプセル',
  drug_quantity: 1234.5,
  drug_paid_yen: 12_360,
  drug_surcharge_yen: 6_160,
  generic_1: '架空持続性配合カプセル２０ｍｇ「見本」',
  changed_1_yen: 1_680,
  generic_2: '架空の名前がとても長くて二行になる持続性製剤の配合錠２０ｍｇ「見本」',
  changed_2_yen: 1_960,
  generic_3: null,
  changed_3_yen: null,
};

async function printed(lines: readonly Line[], name = '見本 太郎') {
  const identity = {
    memberId: '',
    symbol: null,
    number: '',
    branch: null,
    kana: null,
    birthDate: '',
    name,
    postalCode: '000-0000',
    address: '架空県見本市例示町1-2-3',
  };
  const sums = {
    paid_yen: lines.length * 12_360,
    saving_yen: lines.length * 10_680,
    yen: 0,
  };
  const people = (async function* (): AsyncGenerator<Addressed> {
    yield {
      row: { row: 'a', sheet: 'own', lines, totals: sums },
      identity,
      others: [{ ...identity, name: '見本 花' }],
    };
  })();
  const aside: ExceptionReason[] = [];
  const parts = await Array.fromAsync(
    printNotice(header, people, { number: () => '2026-00012', putAside: (_, reason) => aside.push(reason) }),
  );
  return { parts, aside };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const texts = Array.from({ length: document.getPageCount() }, (_, page) =>
    document.getPage(page).getText(),
  );
  document.destroy();
  library.destroy();
  return texts.join('\n').normalize('NFKC').replace(/\s+/g, '');
}

const bytesOf = ({ parts }: Awaited<ReturnType<typeof printed>>) => parts[0]!.bytes;

describe('the letter about generics', () => {
  test('says what was paid, what it would be and what is saved; advises and does not order', async () => {
    const text = await textOf(bytesOf(await printed([drug])));
    for (const words of [
      'お薬代を下げられるかもしれません',
      '2026年12月のお薬の分',
      '必ず変えなければならないものではありません',
      '1,234.5カプセル',
      'このうち特別の料金(税込み)',
      '12,3606,160',
      '1,68010,680',
      '1,96010,400',
      '「特別の料金」は',
      '下の番号へお電話ください',
      'No.2026-00012-0001',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(
      /してください。?必ず|変更してください|切り替えてください|NaN|null|undefined|健康保険証|番号2/,
    );
  });

  test('without a surcharge nothing is said about it', async () => {
    const text = await textOf(bytesOf(await printed([{ ...drug, has_surcharge: false }])));
    expect(text).not.toContain('特別の料金');
  });

  test('a child’s drug is told by name, the letter goes to the insured person', async () => {
    const text = await textOf(bytesOf(await printed([{ ...drug, is_child: true, patient: 1 }])));
    expect(text).toContain('(見本花さんのお薬)');
    expect(text).toContain('見本太郎様');
  });

  test('rows of a drug that follow its first add nothing', async () => {
    const one = await textOf(bytesOf(await printed([drug])));
    const text = await textOf(bytesOf(await printed([drug, { ...drug, is_lead: false }])));
    expect(text.split('架空持続性配合錠20mg')).toHaveLength(one.split('架空持続性配合錠20mg').length);
  });

  test('six drugs: two sheets; nothing outside the margins or in the quiet zone', async () => {
    const result = await printed(
      Array.from({ length: 6 }, () => drug),
      '髙﨑 邉𠮷',
    );
    expect(result.aside).toEqual([]);
    expect(result.parts[0]!.sheets).toBe(2);
    const pages = await pagesOf(bytesOf(result));
    const folder = new URL('../../.cache/letters/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    pages.forEach((page, index) => {
      writeFileSync(new URL(`generic-${index + 1}.png`, folder), pngOf(page));
      expect(inkIn(page, { left: 192.9, top: 0, right: 210, bottom: 297 })).toBe(0);
      expect(inkIn(page, { left: 4.5, top: 0, right: 17.9, bottom: 297 })).toBe(0);
      expect(inkIn(page, { left: 0, top: 284, right: 210, bottom: 297 })).toBe(0);
    });
    const window = { left: 18, top: 10, right: 87, bottom: 38 };
    expect(inkIn(pages[0]!, { left: 0, top: 0, right: 108, bottom: 55 })).toBe(inkIn(pages[0]!, window));
  });

  test('the same rows give the same bytes', async () => {
    expect(Buffer.from(bytesOf(await printed([drug]))).equals(bytesOf(await printed([drug])))).toBe(true);
  });
});
