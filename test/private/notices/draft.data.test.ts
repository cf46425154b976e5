import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmDraft, ledgerEntries } from '#office/ledger.ts';
import { openDraft } from '#private/documents/draft.ts';
import { kinds } from '#private/documents/kinds.ts';
import { printDraft } from '#private/documents/print-draft.ts';
import { openNotice } from '#private/notices/discover.ts';
import { draftJson, draftNotice, type NoticeOrder } from '#private/notices/run.ts';
import { selectItems } from '#private/notices/select.ts';
import { openForSelection } from '#private/warehouse.ts';
import { effects, type PrintHome, putMembers } from '../documents/print-home.ts';
import { members, noticeHome, personally, settings, withoutLetters, withoutPurpose } from './notice-home.ts';

const june = { notice: 'medical-cost', from: '2024-06', to: '2024-06', maker: 'operator' } as const;
const onDay = { ...june, asOf: '2024-08-01' } as const;

let made: PrintHome;
beforeAll(async () => {
  made = await noticeHome();
});
afterAll(() => rmSync(made.home.root, { recursive: true }));

const drafts = () => (existsSync(made.home.drafts) ? readdirSync(made.home.drafts) : []);
const on = (day: string) => ({ ...effects, now: () => new Date(`${day}T09:00:00+09:00`) });
const draft = (order: NoticeOrder = onDay, policy = settings, today = '2024-08-01') =>
  draftNotice(made.home, policy, order, on(today));

describe('the draft of a notice', () => {
  test('accounts for every receipt and yen, and keeps the letters sealed', async () => {
    const result = await draft();
    expect(draftJson(result)).toMatchObject({
      notice: 'medical-cost',
      period: { from: '2024-06', to: '2024-06' },
      per: 'household',
      asOf: '2024-08-01',
      counts: { notified: 3, 'non-disclosure': 1, unlinked: 2 },
      letters: { household: 1, own: 1 },
      yen: { in: 292_030, out: 292_030, notified: 283_710, 'non-disclosure': 7770, unlinked: 550 },
      meal_yen: { in: 7370, out: 7370, notified: 7370 },
      paid_yen: { notified: 3440 + 57_600 + 1000 },
      meal_paid_yen: { notified: 11 * 490 },
    });
    const opened = openDraft(made.home, result.id);
    const rows = [...opened.rows()].map(({ row }) => row);
    opened.close();
    const [own, household] = rows.toSorted((a, b) => String(b['sheet']).localeCompare(String(a['sheet'])));
    expect(own).toMatchObject({ sheet: 'own', person: made.idOf('M4'), others: [] });
    expect(household).toMatchObject({
      sheet: 'household',
      person: made.idOf('M1'),
      others: [made.idOf('M2')],
      totals: { yen: 280_380, paid_yen: 61_040, meal_yen: 7370, meal_paid_yen: 5390 },
    });
    const sealed = readFileSync(join(made.home.drafts, `${result.id}.sealed`));
    for (const secret of ['household', 'みほん内科クリニック', String(made.idOf('M1'))])
      expect(sealed.includes(Buffer.from(secret))).toBe(false);
  });

  test('what is printed or said never names a person id', async () => {
    const text = JSON.stringify(draftJson(await draft()));
    for (const member of ['M1', 'M2', 'M3', 'M4']) expect(text).not.toContain(String(made.idOf(member)));
  });

  test('per person gives everybody a letter, by the order or by society.toml, the order first', async () => {
    const { letters } = await draft({ ...onDay, per: 'person' });
    expect(letters).toEqual({ own: 3 });
    expect((await draft(onDay, personally)).letters).toEqual({ own: 3 });
    expect((await draft({ ...onDay, per: 'household' }, personally)).letters).toEqual({
      household: 1,
      own: 1,
    });
  });

  test('a draft with an id is made once', async () => {
    const first = await draft({ ...onDay, draft: 'd-aaaaaaaaaa' });
    const again = await draft({ ...onDay, draft: 'd-aaaaaaaaaa' });
    expect([first.id, again.id]).toEqual(['d-aaaaaaaaaa', 'd-aaaaaaaaaa']);
    expect(drafts().filter((name) => name.startsWith('d-aaaaaaaaaa'))).toHaveLength(1);
  });

  test.each([
    ['the purpose is not adopted', onDay, withoutPurpose, 'PURPOSE_NOT_ADOPTED'],
    ['there is no sender', onDay, withoutLetters, 'CONFIG_INVALID'],
    ['the consent list is 32 days old', { ...june, asOf: '2024-09-01' }, settings, 'CONSENT_STALE'],
    ['a month is not delivered', { ...onDay, to: '2024-08' as const }, settings, 'NOT_FOUND'],
    ['there is no such notice', { ...onDay, notice: 'nothing' }, settings, 'NOT_FOUND'],
    [
      'it cannot be bundled so',
      { ...onDay, notice: 'generic', per: 'household' as const },
      settings,
      'USAGE',
    ],
    ['the name is a path', { ...onDay, notice: '../lists' }, settings, 'NOT_FOUND'],
  ])('refused, with nothing made, where %s', async (_why, order, policy, code) => {
    const before = drafts();
    await expect(draft(order, policy)).rejects.toMatchObject({ code });
    expect(drafts()).toEqual(before);
  });

  test('letters of a past day need a consent list of today', async () => {
    const before = drafts();
    await expect(draft(onDay, settings, '2024-09-01')).rejects.toMatchObject({ code: 'CONSENT_STALE' });
    expect(drafts()).toEqual(before);
  });

  test('a list of 31 days still holds', async () => {
    expect((await draft({ ...june, asOf: '2024-08-31' })).asOf).toBe('2024-08-31');
  });
});

describe('a selection that lies', () => {
  const lies = [
    ['loses a receipt', 'select * from lined where place > 1'],
    ['counts one twice', 'select * from lined union all select * from lined where place = 1'],
    ['changes a yen', 'select * replace (if(place = 1, yen + 1, yen) as yen) from lined'],
    ['changes a meal', 'select * replace (if(meal_yen > 0, meal_yen - 1, meal_yen) as meal_yen) from lined'],
    ['invents an outcome', "select * replace ('elsewhere' as outcome) from lined"],
  ] as const;

  test.each(lies)('is refused when it %s', async (_how, last) => {
    const notice = await openNotice('medical-cost');
    const selectSql = notice.selectSql.replace(/select \* from lined$/, last);
    expect(selectSql).not.toBe(notice.selectSql);
    const warehouse = await openForSelection(made.home.warehouse, made.home.tmp);
    const run = { from: '2024-06', to: '2024-06', asOf: '2024-08-01', per: 'household' } as const;
    const selected = selectItems(warehouse, { ...notice, selectSql }, run);
    await expect(selected).rejects.toMatchObject({ code: 'CHECK_FAILED' });
    warehouse.close();
  });

  test('engine errors come without their values', async () => {
    const notice = await openNotice('medical-cost');
    const selectSql = "select cast('髙﨑 邉𠮷' as integer) as x";
    const warehouse = await openForSelection(made.home.warehouse, made.home.tmp);
    const run = { from: '2024-06', to: '2024-06', asOf: '2024-08-01', per: 'household' } as const;
    const error: unknown = await selectItems(warehouse, { ...notice, selectSql }, run).catch((one) => one);
    warehouse.close();
    expect(error).toMatchObject({ code: 'MODEL_FAILED', cause: undefined });
    expect(JSON.stringify(error)).not.toContain('髙﨑');
  });
});

describe('the printed letters', () => {
  async function printed() {
    const { id } = await draft();
    const opened = openDraft(made.home, id);
    opened.close();
    confirmDraft(made.home, id, made.person, opened.digest, effects);
    const { person, vaultKey } = made;
    const withheld = { everywhere: [], households: [[made.idOf('M2'), made.idOf('M1')]] as const };
    const order = { draft: id, person: person.id, vaultKey, withheld };
    const result = await printDraft(made.home, order, kinds, effects);
    expect(await printDraft(made.home, order, kinds, effects)).toEqual(result);
    const [file] = result.files;
    const bytes = readFileSync(join(made.home.root, file!.file));
    return { result, number: file!.number, bytes, pages: await textsOf(bytes) };
  }

  test('say who, when, whom, where, how much and which insurer, and nobody else', async () => {
    const { result, number, bytes, pages } = await printed();
    expect(result.exceptions).toBe(0);
    const [household, own] = pages;
    for (const word of ['髙﨑 邉𠮷 様', '2024年6月', '勘解由小路', 'みほん内科クリニック', '医科 入院①'])
      expect(household).toContain(word);
    for (const word of ['11,480', '3,440', '268,900', '57,600', '7,370', '5,390', '287,750', '66,430'])
      expect(household).toContain(word);
    for (const word of ['みほん電機健康保険組合', `${number}-0001`, '2024年8月1日'])
      expect(household).toContain(word);
    expect(own).toContain('見本 独 様');
    expect(own).toContain('1,000');
    for (const page of pages) {
      expect(page).not.toContain('秘子');
      expect(page).not.toContain('秘密町');
      expect(page).not.toMatch(/06999991|I10|F329|精神/);
    }
    expect(household).not.toContain('3,330');
    expect(own).not.toContain('邉');
    const raw = bytes.toString('latin1');
    expect(raw).not.toMatch(/\/(Author|Subject|Keywords)/);
    for (const member of ['M1', 'M2', 'M3', 'M4']) expect(raw).not.toContain(String(made.idOf(member)));
  });

  test('go to the address of the newest ledger: who moved after the draft is not written to at the old one', async () => {
    putMembers(made.home, [{ ...members[3], address: '見本県架空市引越先町８' }], '2026-11-30');
    const { pages } = await printed();
    const own = pages.find((page) => page.includes('見本 独 様'));
    expect(own).toContain('引越先町８');
    expect(pages.join()).not.toContain('例示町７');
  });

  test('the ledger knows neither counts nor yen', () => {
    const text = JSON.stringify(ledgerEntries(made.home));
    expect(text).toContain('medical-cost');
    expect(text).not.toMatch(/292030|283710|non-disclosure|household/);
  });
});

async function textsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const texts = Array.from({ length: document.getPageCount() }, (_, index) =>
      document.getPage(index).getText(),
    );
    document.destroy();
    return texts;
  } finally {
    library.destroy();
  }
}
