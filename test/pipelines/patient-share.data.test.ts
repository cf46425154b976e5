import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtFrom, root } from './fixture.ts';
import { deliveries, ledgerFile, link, receipt, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
type Payer = readonly [points: number, share: number | null];
type Given = {
  readonly receipt?: Cells;
  readonly payers?: readonly Payer[];
  readonly meals?: readonly (readonly [code: string, yen: number, times: number])[];
};

const outpatient = { receipt_type: '1112' };
const inpatient = { receipt_type: '1111', inpatient: true };

/** What is given → paid, paid for meals, then the marks that stand: limited, programme, estimated meals. */
const cases: readonly (readonly [string, Given, number | null, number | null, string])[] = [
  ['insured person 30 %', { receipt: { ...outpatient, decided_points: 1148 } }, 3440, 0, ''],
  ['to the nearest ten: 4 yen fall off', { receipt: { ...outpatient, decided_points: 148 } }, 440, 0, ''],
  ['to the nearest ten: 5 yen are lifted', { receipt: { ...outpatient, decided_points: 2135 } }, 6410, 0, ''],
  ['dependant 30 %', { receipt: { receipt_type: '1116', decided_points: 500 } }, 1500, 0, ''],
  ['before school 20 %', { receipt: { receipt_type: '1114', decided_points: 674 } }, 1350, 0, ''],
  ['pharmacy before school 20 %', { receipt: { receipt_type: '4114', decided_points: 231 } }, 460, 0, ''],
  ['from 70 on 20 %', { receipt: { receipt_type: '1118', decided_points: 500 } }, 1000, 0, ''],
  [
    'from 70 on with high income 30 %',
    { receipt: { receipt_type: '1110', decided_points: 500 } },
    1500,
    0,
    '',
  ],
  [
    'with a programme the last digit counts',
    { receipt: { receipt_type: '1124', decided_points: 500 } },
    1000,
    0,
    '',
  ],
  ['a kind that names no rate', { receipt: { receipt_type: null, decided_points: 500 } }, null, 0, ''],
  [
    'a share on the receipt wins',
    { receipt: { ...inpatient, decided_points: 26_890, patient_share_yen: 57_600 } },
    57_600,
    0,
    'limited',
  ],
  [
    'a share of nothing is a share',
    { receipt: { ...outpatient, decided_points: 500, patient_share_yen: 0 } },
    0,
    0,
    'limited',
  ],
  ['0 points', { receipt: { ...outpatient, decided_points: 0 } }, 0, 0, ''],
  ['a programme leaves its share', { receipt: outpatient, payers: [[500, 500]] }, 500, 0, 'programme'],
  ['a programme leaves nothing', { receipt: outpatient, payers: [[500, 0]] }, 0, 0, 'programme'],
  ['a programme never costs more', { receipt: outpatient, payers: [[500, 9000]] }, 1500, 0, 'programme'],
  [
    'a programme for a part of the points',
    { receipt: outpatient, payers: [[300, 300]] },
    900,
    0,
    'programme',
  ],
  [
    'a programme that does not say its share',
    { receipt: outpatient, payers: [[500, null]] },
    1500,
    0,
    'programme',
  ],
  [
    'one that does not say its share, for a part of the points',
    { receipt: outpatient, payers: [[300, null]] },
    1500,
    0,
    'programme',
  ],
  [
    'of two programmes only one says its share',
    {
      receipt: outpatient,
      payers: [
        [500, 500],
        [500, null],
      ],
    },
    500,
    0,
    'programme',
  ],
  [
    'of two programmes the smallest share',
    {
      receipt: outpatient,
      payers: [
        [500, 500],
        [500, 0],
      ],
    },
    0,
    0,
    'programme',
  ],
  [
    'decided, not claimed points',
    { receipt: { ...outpatient, decided_points: 400, claimed_points: 500 } },
    1200,
    0,
    '',
  ],
  [
    'meals by the standard amounts on the receipt',
    {
      receipt: { ...inpatient, meal_count: 11, meal_yen: 7370 },
      meals: [
        ['197000110', 670, 11],
        ['197000810', 510, 11],
      ],
    },
    1500,
    5610,
    '',
  ],
  [
    'low income: the reduced amount',
    {
      receipt: { ...inpatient, meal_count: 2, meal_yen: 1340 },
      meals: [
        ['197000110', 670, 2],
        ['197000910', 230, 2],
      ],
    },
    1500,
    460,
    '',
  ],
  [
    'meals without the amounts: those of the month',
    { receipt: { ...inpatient, meal_count: 3, meal_yen: 2010, service_month: '2024-05-01' } },
    1500,
    1380,
    'estimated',
  ],
  [
    'the amounts change in 2024-06',
    { receipt: { ...inpatient, meal_count: 3, meal_yen: 2010, service_month: '2024-06-01' } },
    1500,
    1470,
    'estimated',
  ],
  [
    'the amounts change in 2025-04',
    { receipt: { ...inpatient, meal_count: 3, meal_yen: 2010, service_month: '2025-04-01' } },
    1500,
    1530,
    'estimated',
  ],
];

const { warehouse, report } = await builtFrom({
  file: [ledgerFile(), { file_id: 2, kind: 'master', as_of: '2024-04-01' }],
  eligibility: [span()],
  person_link: [link('base-1', 1)],
  master_procedure: [
    { file_id: 2, code: '197000110', name: '入院時食事療養（１）' },
    { file_id: 2, code: '197000810', name: '食事療養標準負担額（一般）' },
    { file_id: 2, code: '197000910', name: '食事療養標準負担額（低２・９０日以下）' },
  ],
  receipt: [
    ...deliveries('2024-04', 14),
    ...cases.map(([, given], index) =>
      receipt({ receipt_seq: index + 1, search_number: `s${index}`, ...given.receipt }),
    ),
  ],
  public_payer: cases.flatMap(([, { payers = [] }], index) =>
    payers.map(([points, share_yen], place) => ({
      file_id: 9,
      receipt_seq: index + 1,
      ordinal: place + 1,
      program: '54',
      points,
      share_yen,
    })),
  ),
  detail: cases.flatMap(([, { meals = [] }], index) =>
    meals.map(([code, points, count], line) => ({
      file_id: 9,
      receipt_seq: index + 1,
      line,
      record: 'SI',
      section: '97',
      code,
      points,
      count,
    })),
  ),
});
afterAll(() => warehouse.close());

const found = await warehouse.rows(
  'select s.* from core.patient_share s join core.receipt r using (receipt_id) where r.file_id = 9 order by receipt_id',
);

describe('what the patient is left to pay', () => {
  test('the models hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

  test.each(cases.map(([name, , ...wanted], index) => [name, index, wanted] as const))(
    '%s',
    (_name, index, [paid, meals, marks]) => {
      const row = found[index]!;
      const stand = [
        row['is_limited'] ? 'limited' : '',
        row['has_programme'] ? 'programme' : '',
        row['is_meal_estimated'] ? 'estimated' : '',
      ];
      expect([row['paid_yen'], row['meal_paid_yen'], stand.join('')]).toEqual([paid, meals, marks]);
    },
  );

  test('a programme with an empty share: the dated table says who bears it', async () => {
    const sql = readFileSync(join(root, 'pipelines/core/patient_share.sql'), 'utf8');
    const empty = cases.flatMap(([, { payers = [] }], index) =>
      payers.some(([, share]) => share === null) ? [index] : [],
    );
    const paid = async (when: string) => {
      await warehouse.run(`update reference.public_share set when_empty = '${when}'`);
      const rows = await warehouse.rows(
        `select s.* from (${sql}) s join core.receipt r using (receipt_id) where r.file_id = 9 order by receipt_id`,
      );
      return empty.map((index) => [cases[index]![0], rows[index]!['paid_yen']]);
    };
    expect(await paid('member')).toEqual(empty.map((index) => [cases[index]![0], cases[index]![2]]));
    expect(await paid('none')).toEqual([
      ['a programme that does not say its share', 0],
      ['one that does not say its share, for a part of the points', 600],
      ['of two programmes only one says its share', 0],
    ]);
  });

  test('rounding never differs by more than 5 yen, and whole tens stay', async () => {
    const points = fc.sample(fc.integer({ min: 0, max: 9_999_999 }), { numRuns: 200, seed: 3 });
    for (const percent of [20, 30]) {
      const rows = await warehouse.rows(
        `select p, whole_part(p * ${percent} + 50, 100) * 10 as yen from (values ${points.map((p) => `(${p})`).join(',')}) v(p)`,
      );
      for (const row of rows) {
        const exact = (Number(row['p']) * percent) / 10;
        const yen = Number(row['yen']);
        expect(yen % 10).toBe(0);
        expect(yen - exact).toBeGreaterThan(-5);
        expect(yen - exact).toBeLessThanOrEqual(5);
      }
    }
  });
});
