import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtFrom, type RawRows } from './fixture.ts';

/** Editions by file: 1, 2 and 4 are complete, 3 and 5 difference files; 6 came in last and is older than the others. */
const editions = [
  { file_id: 1, as_of: '2023-03-20', complete: true },
  { file_id: 2, as_of: '2024-03-21', complete: true },
  { file_id: 3, as_of: '2024-09-01', complete: false },
  { file_id: 4, as_of: '2025-03-07', complete: true },
  { file_id: 5, as_of: '2025-09-01', complete: false },
  { file_id: 6, as_of: '2022-03-05', complete: true },
] as const;

type Row = {
  readonly file_id: number;
  readonly change: number;
  readonly valid_from: string | null;
  readonly name: string | null;
  readonly price_milliyen: number | null;
};

/** What one edition says of a code: nothing, or a row; only a difference file may leave columns empty. */
const rowOf = ({ file_id, as_of, complete }: (typeof editions)[number]) => {
  const from = fc.constantFrom(null, as_of, '2021-04-01', '2024-04-01');
  const name = fc.constantFrom('架空錠', '見本錠', null);
  const price = fc.constantFrom(10_100, 9_800, 7_500, null);
  const change = complete ? fc.constantFrom(0, 0, 3, 5, 9) : fc.constantFrom(1, 3, 5, 9);
  const row = fc.record({ change, valid_from: from, name, price_milliyen: price });
  return fc.option(
    row.map((values) => ({ file_id, ...values })),
    { nil: undefined },
  );
};
const histories = fc.sample(fc.tuple(...editions.map(rowOf)), { seed: 4, numRuns: 300 });

/** A second account of the same rule: the rows of a code with the day each begins, complete. */
function versionsOf(history: readonly (Row | undefined)[]) {
  const inOrder = editions
    .toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
    .flatMap((edition) => {
      const row = history.find((one) => one?.file_id === edition.file_id);
      return row ? [{ edition, row }] : [];
    });
  const starts = new Map<string, { name: string | null; price: number | null }>();
  let before: { name: string | null; price: number | null } = { name: null, price: null };
  for (const { edition, row } of inOrder) {
    const partial = !edition.complete && [1, 5, 9].includes(row.change);
    before = {
      name: row.name ?? (partial ? before.name : null),
      price: row.price_milliyen ?? (partial ? before.price : null),
    };
    starts.set(row.valid_from ?? edition.as_of, before);
  }
  return [...starts].sort(([a], [b]) => (a < b ? -1 : 1));
}

const codeOf = (index: number) => `62${String(index).padStart(7, '0')}`;
const drug = (file_id: number, code: string, values: Readonly<Record<string, unknown>>) => ({
  file_id,
  change: 0,
  code,
  price_type: 1,
  price_code: '2189018F1027',
  ...values,
});
const listed = (file_id: number, category: string, price_code: string, price_milliyen: number) => ({
  file_id,
  category,
  price_code,
  name: '架空',
  has_generic: false,
  price_milliyen,
});

const raw: RawRows = {
  file: [
    ...editions.map(({ file_id, as_of }) => ({ file_id, kind: 'master', form: 'official', as_of })),
    { file_id: 11, kind: 'master', form: 'price-list', as_of: '2025-07-16' },
    { file_id: 12, kind: 'master', form: 'price-list', as_of: '2025-08-14' },
    { file_id: 13, kind: 'master', form: 'price-list', as_of: '2025-08-14' },
    { file_id: 20, kind: 'master', form: 'official', as_of: null },
  ],
  master_drug: [
    ...histories.flatMap((history, index) =>
      history.flatMap((row) => (row ? [{ code: codeOf(index), ...row }] : [])),
    ),
    { file_id: 1, change: 0, code: '610000000' },
    { file_id: 2, change: 0, code: '610000000' },
    { file_id: 4, change: 0, code: '610000000' },
    { file_id: 6, change: 0, code: '610000000' },
    drug(2, '699700001', { name: '架空錠（選）', price_milliyen: 56_800 }),
    drug(2, '699700002', { name: '架空錠（類）', price_milliyen: 4_800 }),
    drug(2, '699700003', { name: '名の長い架空の錠', price_milliyen: 4_800, selected_care: 2 }),
    drug(2, '699700004', { name: '架空錠', price_milliyen: 64_400, selected_care: 1 }),
    drug(2, '630010002', { name: '薬剤料逓減', price_type: 7, price_code: null }),
  ],
  master_dental: [
    {
      file_id: 2,
      change: 0,
      code: '301000110',
      name: '歯科初診料',
      points_milli: 261_000,
      valid_from: '2022-04-01',
    },
    {
      file_id: 3,
      change: 5,
      code: '301000110',
      points_milli: 272_000,
      valid_from: '2024-06-01',
      valid_to: null,
    },
  ],
  master_nursing: [
    { file_id: 20, change: null, code: '510000110', name: '架空訪問', amount_milliyen: 5_550_000 },
  ],
  master_modifier: [
    { file_id: 2, change: 0, code: '8002', name: null },
    { file_id: 2, change: 0, code: '8003', name: '疑似症' },
    { file_id: 2, change: 0, code: '2049', name: '左' },
  ],
  master_disease: [
    { file_id: 1, change: 0, code: '1000001', name: '旧名', successor_code: '1000002' },
    { file_id: 2, change: 0, code: '1000002', name: '中の名', icd10_1: 'K30', successor_code: '1000003' },
    { file_id: 2, change: 0, code: '1000003', name: '新しい名', icd10_1: 'K640', successor_code: '1000003' },
    { file_id: 2, change: 0, code: '1000004', name: '外因', icd10_1: 'X599' },
    { file_id: 2, change: 0, code: '0000999', name: '未コード化傷病名' },
    { file_id: 1, change: 0, code: '1000005', name: '前の名', icd10_1: 'E785' },
    { file_id: 2, change: 0, code: '1000005', name: '今の名', icd10_1: 'E86' },
    { file_id: 6, change: 0, code: '1000005', name: 'もっと前の名', icd10_1: 'A00' },
    { file_id: 3, change: 5, code: '1000005', icd10_2: 'N083' },
  ],
  price_list: [
    listed(11, '内用薬', '2189018F1027', 64_400),
    listed(11, '内用薬', '2189018F9999', 10_000),
    listed(11, '歯科用薬剤', '2710803Q1020', 500_000),
    listed(12, '内用薬', '2189018F1027', 60_000),
    listed(13, '注射薬', '1124400A1019', 90_000),
  ],
};
const { warehouse, report } = await builtFrom(raw);
afterAll(() => warehouse.close());

test('the keys of all masters hold', () => {
  const keys = report.checks.filter(({ name }) => /\.(master_|price_list)/.test(name));
  expect(keys.length).toBeGreaterThanOrEqual(10);
  expect(keys.filter(({ ok }) => !ok)).toEqual([]);
});

describe('editions side by side', () => {
  test('each month takes the row that held then, over complete and difference files in any order', async () => {
    const rows = await warehouse.rows(
      `select code, name, price_milliyen, holds_from, holds_to from core.master_drug
       where code like '62%' order by code, holds_from`,
    );
    const expected = histories.flatMap((history, index) => {
      const versions = versionsOf(history);
      return versions.map(([start, { name, price }], place) => ({
        code: codeOf(index),
        name,
        price_milliyen: price,
        holds_from: place === 0 ? '1900-01-01' : start,
        holds_to: dayBefore(versions[place + 1]?.[0]),
      }));
    });
    expect(rows).toEqual(expected);
    expect(rows.length).toBeGreaterThan(600);
  });

  test('a row changed in a difference file keeps what it does not say', async () => {
    const rows = await warehouse.rows(
      'select name, points_milli, holds_from from core.master_dental order by 3',
    );
    expect(rows).toEqual([
      { name: '歯科初診料', points_milli: 261_000, holds_from: '1900-01-01' },
      { name: '歯科初診料', points_milli: 272_000, holds_from: '2024-06-01' },
    ]);
  });

  test('a master without any date holds always', async () => {
    expect(await warehouse.rows('select code, holds_from, holds_to from core.master_nursing')).toEqual([
      { code: '510000110', holds_from: '1900-01-01', holds_to: '9999-12-31' },
    ]);
  });
});

test('the insured part of a product, and billing codes, have no price of the drug', async () => {
  const rows = await warehouse.rows(
    "select code, product, insured_part, is_price from core.master_drug where code like '699%' or code like '63%' order by 1",
  );
  expect(rows).toEqual([
    { code: '630010002', product: '薬剤料逓減', insured_part: null, is_price: false },
    { code: '699700001', product: '架空錠', insured_part: 'selected', is_price: false },
    { code: '699700002', product: '架空錠', insured_part: 'otc', is_price: false },
    { code: '699700003', product: '名の長い架空の錠', insured_part: 'selected', is_price: false },
    { code: '699700004', product: '架空錠', insured_part: null, is_price: true },
  ]);
});

test('a modifier is one of suspicion by its code or its name', async () => {
  const rows = await warehouse.rows('select code, is_suspicion from core.master_modifier order by 1');
  expect(rows).toEqual([
    { code: '2049', is_suspicion: false },
    { code: '8002', is_suspicion: true },
    { code: '8003', is_suspicion: true },
  ]);
});

test('a disease outside of both tables and the closed list is found', async () => {
  const check = ({ checks }: typeof report) => checks.find(({ name }) => name.includes('diseases-classed'));
  expect(check(report)).toMatchObject({ failing: 0, of: 3, ok: true });
  const other = await builtFrom({
    file: raw['file']!,
    master_disease: [
      { file_id: 1, change: 0, code: '1000001', name: '無い分類', icd10_1: 'G150' },
      { file_id: 1, change: 0, code: '1000002', name: '腰痛症', icd10_1: 'M5456' },
    ],
  });
  expect(check(other.report)).toMatchObject({ failing: 1, of: 2, ok: false });
  other.warehouse.close();
});

test('diseases follow their successors and have both minor classes', async () => {
  const rows = await warehouse.rows(
    `select code, current_code, name, icd10, disease, minor_class, minor_class_2003
     from core.master_disease order by code`,
  );
  const none = { disease: 'unclassified', minor_class: 'unclassified', minor_class_2003: 'unclassified' };
  const piles = { icd10: 'K640', disease: '11', minor_class: '1106', minor_class_2003: '0910' };
  expect(rows).toEqual([
    { code: '0000999', current_code: '0000999', name: '未コード化傷病名', icd10: null, ...none },
    { code: '1000001', current_code: '1000003', name: '旧名', ...piles },
    { code: '1000002', current_code: '1000003', name: '中の名', ...piles },
    { code: '1000003', current_code: '1000003', name: '新しい名', ...piles },
    { code: '1000004', current_code: '1000004', name: '外因', icd10: 'X599', ...none },
    {
      code: '1000005',
      current_code: '1000005',
      name: '今の名',
      icd10: 'E86',
      disease: '04',
      minor_class: '0404',
      minor_class_2003: '0403',
    },
  ]);
});

test('a price list replaces the one before only in the categories it has', async () => {
  const held = async (day: string) =>
    (
      await warehouse.rows(
        `select price_code, price_milliyen from core.price_list
         where cast($day as date) between holds_from and holds_to order by 1`,
        { day },
      )
    ).map((row) => [row['price_code'], row['price_milliyen']]);
  const before = [
    ['1124400A1019', 90_000],
    ['2189018F1027', 64_400],
    ['2189018F9999', 10_000],
    ['2710803Q1020', 500_000],
  ];
  expect(await held('2025-08-13')).toEqual(before);
  expect(await held('2020-01-01')).toEqual(before);
  expect(await held('2025-08-14')).toEqual([
    ['1124400A1019', 90_000],
    ['2189018F1027', 60_000],
    ['2710803Q1020', 500_000],
  ]);
});

function dayBefore(day: string | undefined): string {
  if (day === undefined) return '9999-12-31';
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
