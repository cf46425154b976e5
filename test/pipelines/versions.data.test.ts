import { afterAll, describe, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, receipt, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
/** Months of processing are counted from the month of care: 1 is the ordinary one. */
type Version = { readonly file: number; readonly month: number; readonly points: number } & Cells;
type Notice = { readonly file: number; readonly month: number | null; readonly change: string } & Cells;
type Case = {
  readonly name: string;
  readonly versions: readonly Version[];
  readonly notices?: readonly Notice[];
  /** Points that hold now; null where nothing holds. */
  readonly now: number | null;
  /** Receipts and points each month of processing added. */
  readonly triangle: Readonly<Record<number, readonly [receipts: number, points: number]>>;
  readonly ended?: readonly string[];
};

const claim = { form: 'claim', search_number: null };

const cases: readonly Case[] = [
  {
    name: 'one version holds from its month of processing',
    versions: [{ file: 20, month: 1, points: 500 }],
    now: 500,
    triangle: { 1: [1, 500] },
  },
  {
    name: 'a late receipt counts from the month it came',
    versions: [{ file: 20, month: 4, points: 500 }],
    now: 500,
    triangle: { 4: [1, 500] },
  },
  {
    name: 'a later version takes the place of the one before',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 21, month: 3, points: 420 },
    ],
    now: 420,
    triangle: { 1: [1, 500], 3: [0, -80] },
    ended: ['version'],
  },
  {
    name: 'the later month holds, whichever file came first',
    versions: [
      { file: 21, month: 1, points: 500 },
      { file: 20, month: 3, points: 420 },
    ],
    now: 420,
    triangle: { 1: [1, 500], 3: [0, -80] },
    ended: ['version'],
  },
  {
    name: 'in one month the later file holds; the other never did',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 21, month: 1, points: 420 },
    ],
    now: 420,
    triangle: { 1: [1, 420] },
    ended: ['version'],
  },
  {
    name: 'in one file the later receipt holds',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 20, month: 1, points: 420 },
    ],
    now: 420,
    triangle: { 1: [1, 420] },
    ended: ['version'],
  },
  {
    name: 'a new version with the same figures moves nothing',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 21, month: 2, points: 500 },
    ],
    now: 500,
    triangle: { 1: [1, 500] },
    ended: ['version'],
  },
  ...(['returned', 'withdrawn', 'transferred'] as const).map((change) => ({
    name: `${change}: holds no more from the month of the notice`,
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 30, month: 3, change }],
    now: null,
    triangle: { 1: [1, 500], 3: [-1, -500] } as const,
    ended: [change],
  })),
  {
    name: 'returned, then claimed again',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 40, month: 5, points: 450 },
    ],
    notices: [{ file: 30, month: 3, change: 'returned' }],
    now: 450,
    triangle: { 1: [1, 500], 3: [-1, -500], 5: [1, 450] },
    ended: ['returned'],
  },
  {
    name: 'claimed again in the month of the return, by a later file',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 40, month: 3, points: 450 },
    ],
    notices: [{ file: 30, month: 3, change: 'returned' }],
    now: 450,
    triangle: { 1: [1, 500], 3: [0, -50] },
    ended: ['returned'],
  },
  {
    name: 'a version of the month of the return, by an earlier file, is gone too',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 25, month: 3, points: 450 },
    ],
    notices: [{ file: 30, month: 3, change: 'returned' }],
    now: null,
    triangle: { 1: [1, 500], 3: [-1, -500] },
    ended: ['version', 'returned'],
  },
  {
    name: 'a notice that came before the receipt it is about',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 10, month: 2, change: 'withdrawn' }],
    now: null,
    triangle: { 1: [1, 500], 2: [-1, -500] },
    ended: ['withdrawn'],
  },
  {
    name: 'returned in the month it came: it never held',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 30, month: 1, change: 'returned' }],
    now: null,
    triangle: {},
    ended: ['returned'],
  },
  {
    name: 'a notice that does not say its month ends what came before it, not what came after',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 25, month: 3, points: 450 },
      { file: 40, month: 3, points: 400 },
    ],
    notices: [{ file: 30, month: null, change: 'returned' }],
    now: 400,
    triangle: { 1: [1, 500], 3: [0, -100] },
    ended: ['version', 'returned'],
  },
  {
    name: 'returned twice and back twice',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 40, month: 3, points: 400 },
      { file: 60, month: 5, points: 300 },
    ],
    notices: [
      { file: 30, month: 2, change: 'returned' },
      { file: 50, month: 4, change: 'returned' },
    ],
    now: 300,
    triangle: { 1: [1, 500], 2: [-1, -500], 3: [1, 400], 4: [-1, -400], 5: [1, 300] },
    ended: ['returned', 'returned'],
  },
  {
    name: 're-examination lowers the points',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 30, month: 4, change: 'reexamined', decided_points: 380 }],
    now: 380,
    triangle: { 1: [1, 500], 4: [0, -120] },
    ended: ['reexamined'],
  },
  {
    name: 're-examination raises them, and again',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [
      { file: 30, month: 4, change: 'reexamined', decided_points: 610 },
      { file: 31, month: 6, change: 'reexamined', decided_points: 605 },
    ],
    now: 605,
    triangle: { 1: [1, 500], 4: [0, 110], 6: [0, -5] },
    ended: ['reexamined', 'reexamined'],
  },
  {
    name: 're-examination without figures changes nothing by itself',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 30, month: 4, change: 'reexamined' }],
    now: 500,
    triangle: { 1: [1, 500] },
  },
  {
    name: 're-examination to nothing keeps the receipt',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [{ file: 30, month: 4, change: 'reexamined', decided_points: 0 }],
    now: 0,
    triangle: { 1: [1, 500], 4: [0, -500] },
    ended: ['reexamined'],
  },
  {
    name: 're-examined, then a new version: its own figures hold',
    versions: [
      { file: 20, month: 1, points: 500 },
      { file: 40, month: 5, points: 470 },
    ],
    notices: [{ file: 30, month: 3, change: 'reexamined', decided_points: 380 }],
    now: 470,
    triangle: { 1: [1, 500], 3: [0, -120], 5: [0, 90] },
    ended: ['reexamined', 'version'],
  },
  {
    name: 're-examination after the return finds nothing',
    versions: [{ file: 20, month: 1, points: 500 }],
    notices: [
      { file: 30, month: 2, change: 'returned' },
      { file: 31, month: 3, change: 'reexamined', decided_points: 380 },
    ],
    now: null,
    triangle: { 1: [1, 500], 2: [-1, -500] },
    ended: ['returned'],
  },
  {
    name: 'a claim file, then the insurer’s file: the second holds',
    versions: [
      { file: 20, month: 1, points: 500, ...claim },
      { file: 21, month: 1, points: 480, claimed_points: 500 },
    ],
    now: 480,
    triangle: { 1: [1, 480] },
    ended: ['version'],
  },
  {
    name: 'the insurer’s file wins, though the claim file came later and says a later month',
    versions: [
      { file: 20, month: 1, points: 480, claimed_points: 500 },
      { file: 21, month: 2, points: 500, ...claim },
    ],
    now: 480,
    triangle: { 1: [1, 480] },
    ended: ['version'],
  },
  {
    name: 'a claim file holds until the insurer’s comes',
    versions: [
      { file: 20, month: 1, points: 500, ...claim },
      { file: 21, month: 3, points: 480, claimed_points: 500 },
    ],
    now: 480,
    triangle: { 1: [1, 500], 3: [0, -20] },
    ended: ['version'],
  },
  {
    name: 'a claim file with other claimed points is another receipt',
    versions: [
      { file: 20, month: 1, points: 501, ...claim },
      { file: 21, month: 1, points: 500, claimed_points: 500 },
    ],
    now: 1001,
    triangle: { 1: [2, 1001] },
  },
  {
    name: 'two equal claims and one receipt of the insurer: one pair, one alone',
    versions: [
      { file: 20, month: 1, points: 500, identity: 'a', ...claim },
      { file: 20, month: 1, points: 500, identity: 'b', ...claim },
      { file: 21, month: 1, points: 500 },
    ],
    now: 1000,
    triangle: { 1: [2, 1000] },
    ended: ['version'],
  },
  {
    name: 'a return of the insurer ends the claim file’s version too',
    versions: [
      { file: 20, month: 1, points: 500, ...claim },
      { file: 21, month: 1, points: 500 },
    ],
    notices: [{ file: 30, month: 2, change: 'returned' }],
    now: null,
    triangle: { 1: [1, 500], 2: [-1, -500] },
    ended: ['returned', 'version'],
  },
];

/** Every case has a month of care of its own, from April 2021 on, and a person of its own. */
const careMonth = (index: number, later = 0) => {
  const month = 2021 * 12 + 3 + index + later;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

const { warehouse, report } = await builtFrom({
  file: [ledgerFile()],
  eligibility: [span()],
  receipt: [
    ...deliveries('2021-04', 1),
    ...cases.flatMap(({ versions }, index) =>
      versions.map(({ file, month, points, ...cells }, place) => {
        const search = cells['search_number'] === undefined ? `s${index}` : null;
        return receipt({
          receipt_seq: index * 10 + place,
          key_base: `base-${index}`,
          receipt_type: '1112',
          service_month: careMonth(index),
          processing_month: careMonth(index, month),
          decided_points: points,
          claimed_points: points,
          ...cells,
          file_id: file,
          search_number: search,
          identity: search ?? `claim-${index}-${cells['identity'] ?? ''}`,
        });
      }),
    ),
  ],
  receipt_change: cases.flatMap(({ notices = [] }, index) =>
    notices.map(({ file, month, ...cells }, place) => ({
      ...cells,
      file_id: file,
      line: index * 10 + place,
      search_number: `s${index}`,
      processed_month: month === null ? null : careMonth(index, month),
    })),
  ),
});
afterAll(() => warehouse.close());

const held = await warehouse.rows(
  'select month_code(service_month) as month, count(*) as receipts, sum(points) as points from core.receipt where file_id <> 8 group by 1',
);
const deltas = await warehouse.rows(
  'select month_code(service_month) as month, month_code(processing_month) as processed, receipts, points, yen from core.revision',
);
const ended = await warehouse.rows(
  'select month_code(service_month) as month, ended_by from core.receipt_version where ended_by is not null order by month, holds_until, ended_by',
);

describe('which version of a receipt holds', () => {
  test('all checks hold', () => {
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'receipts-complete',
        'receipts-conserved',
        'revisions-conserved',
        'versions-consistent',
      ]),
    );
  });

  test.each(cases.map((one, index) => [one.name, one, careMonth(index).slice(0, 7), index] as const))(
    '%s',
    (_name, { now, triangle, ended: endings = [] }, month, index) => {
      const found = held.find((row) => row['month'] === month);
      expect(found?.['points'] ?? null).toBe(now);
      const changes = deltas
        .filter((row) => row['month'] === month && row['processed'] !== undefined)
        .map((row) => [row['processed'], row['receipts'], row['points'], row['yen']]);
      const wanted = Object.entries(triangle).map(([later, [receipts, points]]) => [
        careMonth(index, Number(later)).slice(0, 7),
        receipts,
        points,
        points * 10,
      ]);
      if (index === 0) wanted[0]![1] = Number(wanted[0]![1]) + 1;
      expect(changes.sort()).toEqual(wanted.sort());
      const reasons = ended.filter((row) => row['month'] === month).map((row) => row['ended_by']);
      expect([...reasons].sort()).toEqual([...endings].sort());
    },
  );
});
