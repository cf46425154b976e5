import { afterAll, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { receipt } from './raw-rows.ts';

const [brand, gone] = ['2189018F1027', '2189018F1999'];
const edition = (file_id: number, form: string, as_of: string) => ({ file_id, kind: 'master', form, as_of });
const product = (file_id: number, price_code: string, code: string | null) => ({
  file_id,
  price_code,
  class: code,
});
const drug = (file_id: number, code: string, name: string, price_milliyen: number) => ({
  file_id,
  code,
  name,
  price_type: 1,
  price_milliyen,
  price_code: brand,
  dosage_form: '1',
});
const row = (receipt_seq: number, code: string) => ({
  file_id: 9,
  receipt_seq,
  line: 1,
  record: 'IY',
  code,
  quantity: 2,
  count: 30,
  burden: '1',
});

const { warehouse, report } = await builtFrom({
  file: [
    edition(1, 'generic-class', '2024-04-01'),
    edition(2, 'generic-class', '2025-04-01'),
    edition(3, 'generic-class', '2025-04-01'),
    edition(4, 'selected-brand', '2024-10-01'),
    edition(5, 'selected-brand', '2026-06-01'),
    edition(6, 'official', '2024-04-01'),
    edition(7, 'official', '2024-10-01'),
  ],
  generic_class: [
    product(1, brand, '1'),
    product(1, gone, '3'),
    product(2, brand, '2'),
    product(3, brand, '2'),
    product(3, '2189018F1019', null),
  ],
  selected_brand: [
    { file_id: 4, price_code: brand, gap_share_milliyen: 7_600 },
    { file_id: 5, price_code: brand, gap_share_milliyen: 15_200 },
  ],
  master_drug: [drug(6, '620000001', '架空錠', 64_400), drug(7, '699700001', '架空錠（選）', 56_800)],
  receipt: [
    receipt({ receipt_seq: 1, search_number: '1', service_month: '2024-03-01' }),
    receipt({ receipt_seq: 2, search_number: '2', service_month: '2025-03-01' }),
    receipt({ receipt_seq: 3, search_number: '3', service_month: '2025-04-01' }),
    receipt({ receipt_seq: 4, search_number: '4', service_month: '2025-04-01' }),
  ],
  detail: [row(1, '620000001'), row(2, '620000001'), row(3, '620000001'), row(4, '699700001')],
});
afterAll(() => warehouse.close());

test('keys hold', () => {
  const keys = report.checks.filter(({ name }) => /core\.(generic_class|selected_brand|drug)$/.test(name));
  expect(keys.map(({ ok }) => ok)).toEqual([true, true, true]);
});

test('an edition of the class list holds until the next, as a whole; the first one also before its day', async () => {
  const rows = await warehouse.rows(
    'select price_code, class, holds_from, holds_to from core.generic_class order by holds_from, price_code',
  );
  expect(rows).toEqual([
    { price_code: brand, class: '1', holds_from: '1900-01-01', holds_to: '2025-03-31' },
    { price_code: gone, class: '3', holds_from: '1900-01-01', holds_to: '2025-03-31' },
    { price_code: '2189018F1019', class: 'none', holds_from: '2025-04-01', holds_to: '9999-12-31' },
    { price_code: brand, class: '2', holds_from: '2025-04-01', holds_to: '9999-12-31' },
  ]);
});

test('selected care begins with its first list', async () => {
  const rows = await warehouse.rows(
    'select gap_share_milliyen, holds_from, holds_to from core.selected_brand order by holds_from',
  );
  expect(rows).toEqual([
    { gap_share_milliyen: 7_600, holds_from: '2024-10-01', holds_to: '2026-05-31' },
    { gap_share_milliyen: 15_200, holds_from: '2026-06-01', holds_to: '9999-12-31' },
  ]);
});

test('a drug row has the class of its month; the insured part is known by its name', async () => {
  const rows = await warehouse.rows(
    `select receipt_id % 10 as receipt, class, substance, is_insured_part, total_quantity, price_milliyen
     from core.drug order by 1`,
  );
  const plain = {
    substance: '2189018F1',
    is_insured_part: false,
    total_quantity: 60,
    price_milliyen: 64_400,
  };
  expect(rows).toEqual([
    { receipt: 1, ...plain, class: '1' },
    { receipt: 2, ...plain, class: '1' },
    { receipt: 3, ...plain, class: '2' },
    { receipt: 4, ...plain, class: '2', is_insured_part: true, price_milliyen: 56_800 },
  ]);
});
