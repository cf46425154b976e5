import { describe, expect, test } from 'vitest';
import { builtFrom, type RawRows } from './fixture.ts';
import { deliveries, disease, ledgerFile, link, receipt, span } from './raw-rows.ts';

const base: RawRows = {
  file: [ledgerFile(), { file_id: 2, kind: 'master', as_of: '2024-04-01' }],
  eligibility: [span({ lost_on: '2024-08-01' }), span({ person_id: 2, sex: '2', lost_on: '2024-06-10' })],
  person_link: [link('base-1', 1), link('base-2', 2), link('name-2', 2), link('branch-1', 1)],
  master_disease: [
    disease('1', 'I10'),
    disease('2', 'E119'),
    disease('3', 'J00'),
    disease('4', null, '2'),
    disease('5', 'Z000'),
    disease('6', 'O800'),
    disease('7', 'K700'),
  ],
  master_modifier: [
    { file_id: 2, code: '8002', name: 'の疑い' },
    { file_id: 2, code: '8050', name: '疑いあり' },
    { file_id: 2, code: '2000', name: '左' },
  ],
};

async function receiptsOf(receipts: RawRows[string], diagnosis: RawRows[string] = []) {
  const receiptRows = [...deliveries('2024-04', 12), ...receipts];
  const { warehouse, report } = await builtFrom({ ...base, receipt: receiptRows, diagnosis });
  const rows = await warehouse.rows(
    'select person_id, is_linked, unlinked_reason, care, yen, disease, minor_class_of_month from core.receipt join core.receipt_disease using (receipt_id) where file_id = 9 order by receipt_id',
  );
  warehouse.close();
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  return rows;
}

test('keys link from the most telling one', async () => {
  const rows = await receiptsOf([
    receipt({ key_base: 'base-2', key_branch: 'branch-1' }),
    receipt({ receipt_seq: 2, search_number: '2', key_base: 'base-1', key_name: 'name-2' }),
    receipt({ receipt_seq: 3, search_number: '3', key_base: 'unknown' }),
  ]);
  expect(rows.map((row) => row['person_id'])).toEqual([1, 2, null]);
  expect(rows.map((row) => row['unlinked_reason'])).toEqual([null, null, 'no_person']);
});

test.each([
  ['2024-07-01', null],
  ['2024-08-01', 'no_cover'],
])('cover ends on 31 July: a receipt of %s is %s', async (service_month, reason) => {
  const [row] = await receiptsOf([receipt({ service_month })]);
  expect(row).toMatchObject({ is_linked: reason === null, unlinked_reason: reason });
});

test('one covered day in the month of care is enough, and a late claim counts in its month of care', async () => {
  const [row] = await receiptsOf([
    receipt({ key_base: 'base-2', service_month: '2024-06-01', processing_month: '2024-10-01' }),
  ]);
  expect(row).toMatchObject({ person_id: 2, is_linked: true });
});

test('meals are never part of the cost; kinds of care', async () => {
  const rows = await receiptsOf([
    receipt({ inpatient: true, decided_points: 1200, meal_yen: 2010 }),
    receipt({ receipt_seq: 2, kind: 'pharmacy', search_number: '2' }),
  ]);
  expect(rows.map((row) => [row['care'], row['yen']])).toEqual([
    ['inpatient', 12000],
    ['pharmacy', 5000],
  ]);
});

describe('main disease', () => {
  const row = (line: number, code: string, cells = {}) => ({
    file_id: 9,
    receipt_seq: 1,
    line,
    disease_code: code,
    ...cells,
  });
  const main = { is_main: true };
  const suspected = { modifiers: '8002' };

  const cases: readonly (readonly [string, readonly ReturnType<typeof row>[], string])[] = [
    ['the first flagged one, not the first', [row(1, '1'), row(2, '2', main), row(3, '3', main)], '04'],
    ['the first where none is flagged', [row(1, '1'), row(2, '2')], '09'],
    ['not a suspected one, though flagged', [row(1, '1', { ...main, ...suspected }), row(2, '2')], '04'],
    ['any modifier with 疑 in its name', [row(1, '1', { modifiers: '20008050' }), row(2, '2')], '04'],
    [
      'four digits across two modifiers are no modifier',
      [row(1, '1', { modifiers: '18002000' }), row(2, '2')],
      '09',
    ],
    [
      'all suspected: the flagged one',
      [row(1, '1', suspected), row(2, '2', { ...main, ...suspected })],
      '04',
    ],
    ['all suspected, none flagged: the first', [row(1, '1', suspected), row(2, '2', suspected)], '09'],
    ['an abolished code follows its successor', [row(1, '4')], '04'],
    ['an uncoded disease', [row(1, '0000999', { disease_text: '何か' })], 'unclassified'],
    ['a code the master does not have', [row(1, '777')], 'unclassified'],
    ['ICD-10 outside the table', [row(1, '5')], 'unclassified'],
    ['no disease at all', [], 'unclassified'],
    ['a class the sex cannot have', [row(1, '6')], 'unclassified'],
  ];
  const found = receiptsOf(
    cases.map((_, index) => receipt({ receipt_seq: index + 1, search_number: String(index) })),
    cases.flatMap(([, rows], index) => rows.map((one) => ({ ...one, receipt_seq: index + 1 }))),
  );

  test.each(cases.map(([title, , wanted], index) => [title, wanted, index] as const))(
    '%s: %s',
    async (_title, wanted, index) => {
      expect((await found)[index]).toMatchObject({ disease: wanted });
    },
  );

  test.each([
    ['2015-12-01', '1106'],
    ['2016-01-01', '1107'],
  ])('the table of classes in force in %s', async (month, wanted) => {
    const [found] = await receiptsOf([receipt({ service_month: month })], [row(1, '7')]);
    expect(found!['minor_class_of_month']).toBe(wanted);
  });

  test('a woman keeps the class of childbirth', async () => {
    const [found] = await receiptsOf([receipt({ key_base: 'base-2' })], [row(1, '6')]);
    expect(found!['disease']).toBe('15');
  });

  test('a pharmacy receipt follows its prescriber: most points, then smallest search number', async () => {
    const medical = (receipt_seq: number, search_number: string, decided_points: number, cells = {}) =>
      receipt({ receipt_seq, search_number, decided_points, ...cells });
    const pharmacy = { kind: 'pharmacy', prescriber: '1310000001', institution: '1340000009' };
    const found = await receiptsOf(
      [
        medical(1, '30', 500),
        medical(2, '20', 900),
        medical(3, '10', 900),
        medical(4, '05', 9000, { institution: '1310000002' }),
        medical(5, '01', 9000, { service_month: '2024-06-01' }),
        medical(6, '40', 100, pharmacy),
        medical(7, '41', 100, { ...pharmacy, prescriber: '1310000099' }),
        medical(8, '42', 100, { ...pharmacy, key_base: 'base-2' }),
      ],
      [
        { ...row(1, '1'), receipt_seq: 1 },
        { ...row(2, '1'), receipt_seq: 2 },
        { ...row(3, '2'), receipt_seq: 3 },
        { ...row(4, '3'), receipt_seq: 4 },
        { ...row(5, '3'), receipt_seq: 5 },
      ],
    );
    expect(found.slice(5).map((one) => one['disease'])).toEqual(['04', 'unclassified', 'unclassified']);
  });
});

test('kinds of care and their yen', async () => {
  const cases: readonly (readonly [object, string, number])[] = [
    [{ kind: 'dpc', inpatient: false }, 'inpatient', 5000],
    [{ kind: 'medical', inpatient: true }, 'inpatient', 5000],
    [{ kind: 'medical' }, 'outpatient', 5000],
    [{ kind: 'pharmacy' }, 'pharmacy', 5000],
    [{ kind: 'dental', inpatient: true }, 'dental', 5000],
    [{ kind: 'nursing', decided_points: null, decided_yen: 12_345 }, 'nursing', 12_345],
    [{ kind: 'judo', decided_points: null, decided_yen: 777 }, 'therapy', 777],
    [{ kind: 'acupuncture', decided_points: null, decided_yen: 1 }, 'therapy', 1],
    [{ kind: 'massage', decided_points: null, decided_yen: 0 }, 'therapy', 0],
  ];
  const rows = await receiptsOf(
    cases.map(([cells], index) => receipt({ receipt_seq: index, search_number: `${index}`, ...cells })),
  );
  expect(rows.map((row) => [row['care'], row['yen']])).toEqual(cases.map(([, care, yen]) => [care, yen]));
});

test('what the society enters itself (CSV) delivers no month of care', async () => {
  const { warehouse } = await builtFrom({
    ...base,
    receipt: [
      ...deliveries('2024-04', 3),
      receipt({ form: 'csv', kind: 'judo', service_month: '2024-02-01', processing_month: '2024-04-01' }),
      receipt({
        form: 'csv',
        kind: 'medical',
        receipt_seq: 2,
        search_number: '2',
        processing_month: '2025-01-01',
      }),
    ],
  });
  const months = await warehouse.rows('select month_code from core.calendar where is_delivered order by 1');
  const held = await warehouse.rows('select count(*) as receipts from core.receipt where file_id = 9');
  warehouse.close();
  expect(months.map((row) => row['month_code'])).toEqual(['2024-04', '2024-05', '2024-06']);
  expect(held).toEqual([{ receipts: 2 }]);
});
