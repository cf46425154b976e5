import { describe, expect, it } from 'vitest';
import { fewestPositions } from '#private/intake/receipt/file-form.ts';
import { scanReceipts } from '#private/intake/receipt/scan.ts';
import { asInsurerFile, claimFile, common, dpcClaim, institutions, insurer, si, sy } from './claims.ts';
import { load, record, scanAll, searchNumber, writeTemporary } from './files.ts';

const bundle = (points: number | string, fields: Record<number, string | number> = {}) =>
  record('GT', { 2: '202604', 3: 2, 4: 1, 5: 1, 9: points, 10: 93, ...fields }, 12);
const stay = (code: string, discharged = '') =>
  record('BU', { 2: code, 3: '20260328', 4: discharged, 5: 1 }, 6);
const disease = (code: string, role: string, icd10: string) =>
  record('SB', { 2: code, 5: icd10, 6: role }, 8);

/** A cover of 2,580 points over 1,500 + 1,000 (DPC, two stays) and 80 (billed like medical); the first row is IR. */
const nest = (cover = 2580) => [
  institutions.medical,
  common.dpc(7, 1, { 20: 3, 21: searchNumber(7), 9: '' }),
  insurer(cover, 16, { 8: 12, 9: 8280, 16: 6120 }),
  record('CO', { 2: '01', 3: 1, 4: '810000001', 5: 'みほん' }, 5),
  common.dpc(7, 2),
  insurer(1500, 16),
  stay('050130xx9900xx', '20260410'),
  disease('4289001', '11', 'I500'),
  disease('8830592', '01', 'J31.0'),
  bundle(1400),
  si(60, 100),
  record('CD', { 2: '20260402', 3: 21, 4: 1, 5: 1, 6: '610406079', 7: '2.5', 9: '016', 10: 3 }, 11),
  common.dpc(7, 2),
  insurer(1000, 16),
  stay('040080xx99x0xx', '20260425'),
  disease('8830417', '01', 'J189'),
  bundle(1000),
  common.dpc(7, 3),
  insurer(80, 16),
  sy,
  si(80, 80),
];

const points = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map((row) =>
    ['records', 'claimed_points', 'decided_points', 'computed_points', 'bundle_points'].map((name) =>
      Number(row[name]),
    ),
  );
const loaded = async (lines: readonly string[]) => (await load(claimFile(lines))).tables;

/** With the three leading columns; the line numbers run on, or begin again with each detail. */
function numbered(lines: readonly string[], again: boolean): string[] {
  let number = 1;
  const numberedLines = lines.map((line) => {
    if (again && line.startsWith('RE')) number = 2;
    return `1,${++number},0,${line}`;
  });
  return [`2,1,0,${record('MN', { 2: '910000007', 4: searchNumber(7) }, 7)}`, ...numberedLines];
}

describe('a DPC cover and its details are one receipt', () => {
  it('totals of the cover, rows of the details', async () => {
    const tables = await loaded(nest());
    expect(points(tables['receipt']!)).toEqual([[21, 2580, 2580, 2580, 2400]]);
    expect(tables['receipt']![0]).toMatchObject({
      identity: searchNumber(7),
      kind: 'dpc',
      dpc_code: '040080xx99x0xx',
      admitted_on: '2026-03-28',
      discharged_on: '2026-04-25',
      inpatient: true,
      meal_count: 12,
      meal_yen: 8280,
      meal_share_yen: 6120,
    });
    expect(tables['finding']).toEqual([]);
    expect(
      tables['diagnosis']!.map(({ disease_code, role, icd10, is_main }) => [
        disease_code,
        role,
        icd10,
        is_main,
      ]),
    ).toEqual([
      ['4289001', '11', 'I500', true],
      ['8830592', '01', 'J310', false],
      ['8830417', '01', 'J189', false],
      ['8830592', null, null, true],
    ]);
    expect(
      tables['detail']!.map(({ record: id, unit_seq, code, points: worth }) => [id, unit_seq, code, worth]),
    ).toEqual([
      ['CO', 1, '810000001', null],
      ['SI', 2, '160000310', 100],
      ['SI', 3, '160000310', 80],
    ]);
    expect(tables['coding']).toEqual([
      {
        file_id: 7,
        receipt_seq: 1,
        line: 12,
        performed_on: '2026-04-02',
        section: '21',
        code: '610406079',
        quantity: 2.5,
        unit: '016',
        count: 3,
      },
    ]);
  });

  it('a hospital is one institution, also where its DPC receipts name another table of fees', async () => {
    const lines = nest().map((line) => line.replace(/^IR,1,13,1,/, 'IR,1,13,2,'));
    expect((await loaded(lines))['receipt']!.map((row) => row['institution'])).toEqual(['1311234567']);
  });

  it('what follows is a receipt of its own, whatever its number', async () => {
    const tables = await loaded([...nest(), common.dpc(7, 0), insurer(10, 16), si(60, 10)]);
    expect(points(tables['receipt']!)).toEqual([
      [21, 2580, 2580, 2580, 2400],
      [3, 10, 10, 10, 0],
    ]);
  });

  it('each detail of an insurer file may have a management record and an institution of its own', async () => {
    const tables = await loaded(asInsurerFile(dpcClaim));
    expect(points(tables['receipt']!)).toEqual([
      [10, 2300, 2300, 2300, 2000],
      [18, 1980, 1980, 1980, 1300],
    ]);
    expect(tables['quarantine']).toEqual([]);
  });

  it('a cover that is not the sum of its details, and a detail that is not that of its rows', async () => {
    const lines = nest(2590).map((line) => (line.startsWith('SI,60') ? si(60, 90) : line));
    const tables = await loaded(lines);
    expect(
      tables['finding']!.map(({ code, line, expected, found }) => [code, line, expected, found]),
    ).toEqual([
      ['total_mismatch', 5, 1500, 1490],
      ['total_mismatch', 2, 2590, 2580],
    ]);
    expect(points(tables['receipt']!)).toEqual([[21, 2590, 2590, 2570, 2400]]);
  });

  it('a detail without its cover is counted, never dropped', async () => {
    const tables = await loaded([institutions.medical, ...nest().slice(4, 12)]);
    expect(points(tables['receipt']!)).toEqual([[9, 1500, 1500, 1500, 1400]]);
    expect(tables['finding']!.map(({ code, line }) => [code, line])).toEqual([['total_mismatch', 2]]);
  });

  it('rows with an amount on the cover are kept as not read', async () => {
    const tables = await loaded([...nest().slice(0, 4), si(60, 500), ...nest().slice(4)]);
    expect(points(tables['receipt']!)).toEqual([[22, 2580, 2580, 2580, 2400]]);
    expect(tables['unknown_record']!.map((row) => row['record'])).toEqual(['SI']);
  });

  it('the bundle of public programmes alone is not the insurer’s', async () => {
    const lines = [...nest().slice(0, 10), bundle(300, { 5: 5 }), ...nest().slice(10)];
    expect(points((await loaded(lines))['receipt']!)).toEqual([[22, 2580, 2580, 2580, 2400]]);
  });

  it('a receipt set aside keeps the points of its cover only', async () => {
    const lines = nest().map((line) => line.replace(',202604,', ',202613,'));
    const tables = await loaded(lines);
    expect(
      tables['quarantine']!.map(({ reason, records, receipts, points: worth }) => [
        reason,
        records,
        receipts,
        worth,
      ]),
    ).toEqual([['unreadable_month', 21, 1, 2580]]);
    expect(tables['detail']).toEqual([]);
  });
});

it('covers over many blocks of a file are cut at the same places, with or without management records', () => {
  const one = nest().slice(1);
  const plain = Array.from({ length: 5000 }, () => one).flat();
  const managed = asInsurerFile([institutions.medical, ...plain]);
  for (const lines of [[institutions.medical, ...plain], managed]) {
    const bytes = claimFile(lines);
    expect(bytes.length).toBeGreaterThan(4 << 20);
    const counts: number[] = [];
    scanReceipts(writeTemporary(bytes), {
      fileName: 'file.csv',
      positions: fewestPositions,
      onReceipt: ({ count }) => counts.push(count),
    });
    expect(counts).toHaveLength(5000);
    expect(new Set(counts.slice(1)).size).toBe(1);
  }
});

it.each([
  ['nothing more', []],
  ['the beginning of another receipt', ['MN,1', institutions.medical]],
  ['another receipt without its common record', ['MN,1', insurer(10, 16), 'MN,2', common.dpc(7, 2)]],
])('behind a cover comes %s: the cover is whole', (_, lines) => {
  const found = scanAll(claimFile([...nest(), ...lines]));
  expect(found[0]!.text).toHaveLength(nest().length);
  expect(found.flatMap(({ text }) => text)).toHaveLength(nest().length + lines.length);
});

describe('corrections under a cover', () => {
  const correct = (target: number, put: number) => record('JY', { 2: 2, 3: target, 4: 0, 7: put, 8: 1 }, 9);
  const added = (lines: readonly (readonly [number, number, string])[]) =>
    lines.map(([number, branch, line]) => `2,${number},${branch},${line}`);

  it('line numbers that run on: the corrections stand behind the last detail', async () => {
    // MN is 1, IR 2: HO of the cover is 4, HO of the first detail 7, its SI 12.
    const lines = [
      ...numbered(nest(), false),
      ...added([
        [4, 1, insurer(2540, 16)],
        [4, 1, correct(4, 4)],
        [7, 1, insurer(1460, 16)],
        [7, 1, correct(7, 7)],
        [12, 1, si(60, 60)],
        [12, 1, correct(12, 12)],
      ]),
    ];
    const tables = await loaded(lines);
    expect(points(tables['receipt']!)).toEqual([[28, 2580, 2540, 2540, 2400]]);
    expect(tables['finding']).toEqual([]);
    expect(tables['detail']!.map((row) => row['points'])).toEqual([null, 60, 80]);
  });

  it('line numbers that begin again: each correction is about its own detail', async () => {
    // In every part RE is 3, HO 4; in the last one SY 5, SI 6.
    const lines = numbered(nest(2560), true);
    const corrections = added([
      [4, 1, insurer(60, 16)],
      [4, 1, correct(4, 4)],
      [6, 1, si(80, 60)],
      [6, 1, correct(6, 6)],
    ]);
    const tables = await loaded([...lines, ...corrections]);
    expect(points(tables['receipt']!)).toEqual([[26, 2560, 2560, 2560, 2400]]);
    expect(tables['finding']).toEqual([]);
    expect(tables['diagnosis']).toHaveLength(4);
    expect(tables['detail']!.map((row) => row['points'])).toEqual([null, 100, 60]);
  });
});

it.each([
  ['SB', 5, disease('8830592', '01', 'J310'), 'diagnosis', 'icd10', 'J310'],
  ['GT', 6, bundle(1900), 'receipt', 'bundle_points', 1900],
] as const)('a correction of %s is applied', async (_, line, replacement, table, column, value) => {
  const filed = [
    institutions.medical,
    common.dpc(1, 0),
    insurer(2000, 16),
    disease('4289001', '01', 'I500'),
    bundle(2000),
  ];
  const lines = [
    ...numbered(filed, false),
    `2,${line},1,${replacement}`,
    `2,${line},1,${record('JY', { 2: 2, 3: line, 4: 0, 7: line, 8: 1 }, 9)}`,
  ];
  const tables = await loaded(lines);
  expect(tables[table]!.map((row) => row[column])).toEqual([value]);
  expect(tables['receipt']![0]).toMatchObject({ corrected: true });
});
