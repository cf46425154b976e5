import { describe, expect, it } from 'vitest';
import { joinLines, load, procedure, type ReceiptOptions, receiptLines, record } from './files.ts';

const correction = (
  action: number,
  target: readonly [number, number],
  replacement?: readonly [number, number],
) =>
  record(
    'JY',
    { 2: action, 3: target[0], 4: target[1], 7: replacement?.[0] ?? '', 8: replacement?.[1] ?? '' },
    9,
  );

const insurer = (points: number) =>
  record('HO', { 2: '06999991', 3: '１２３', 4: '４５６', 5: 1, 6: points }, 15);

/** MN is line 1, IR 2, RE 3, HO 4, the body begins in line 5. */
const body = [procedure('60', '160000310', 100, 1), procedure('', '160000410', 41, 1)];

async function corrected(options: Pick<ReceiptOptions, 'added'>) {
  const { tables, result } = await load(joinLines([receiptLines({ points: 141, body, ...options })]));
  return { row: tables['receipt']![0], details: tables['detail']!, tables, result };
}

describe('corrections of the review body', () => {
  it('replace: the new rows count, claimed and decided points are kept apart', async () => {
    const { row, details, tables, result } = await corrected({
      added: [
        [4, 1, insurer(73)],
        [4, 1, correction(2, [4, 0], [4, 1])],
        [6, 1, procedure('', '160000510', 73 - 100 + 50, 1)],
        [5, 1, procedure('60', '160000310', 50, 1)],
        [5, 1, correction(2, [5, 0], [5, 1])],
        [6, 1, correction(2, [6, 0], [6, 1])],
      ],
    });
    expect(row).toMatchObject({
      claimed_points: 141,
      decided_points: 73,
      computed_points: 73,
      corrected: true,
    });
    expect(details.map((detail) => [detail['code'], detail['points'], detail['line']])).toEqual([
      ['160000310', 50, 10],
      ['160000510', 23, 9],
    ]);
    expect(tables['finding']).toEqual([]);
    expect(result).toMatchObject({ points: 73, yen: 730, records: 12 });
  });

  it('delete', async () => {
    const { row, details } = await corrected({
      added: [[4, 1, insurer(100)], correction(2, [4, 0], [4, 1]), correction(3, [6, 0])],
    });
    expect(row).toMatchObject({ claimed_points: 141, decided_points: 100, computed_points: 100 });
    expect(details).toHaveLength(1);
  });

  it('add: the row stands where its number says', async () => {
    const { row, details } = await corrected({
      added: [
        [4, 1, insurer(150)],
        correction(2, [4, 0], [4, 1]),
        [5, 1, procedure('', '160000610', 9, 1)],
        correction(1, [5, 0], [5, 1]),
      ],
    });
    expect(row).toMatchObject({ decided_points: 150, computed_points: 150 });
    expect(details.map((detail) => detail['code'])).toEqual(['160000310', '160000610', '160000410']);
  });

  it('a confirmation can be corrected too; records about the whole receipt are no rows', async () => {
    const confirmed = (branch: string) => record('SN', { 2: 1, 3: '01', 7: branch }, 9);
    const { tables } = await load(
      joinLines([
        receiptLines({
          points: 141,
          body: [confirmed('09'), ...body],
          added: [
            [5, 0, record('EX', {}, 13)],
            [5, 1, confirmed('01')],
            [5, 0, 'ZZ,1'],
            [5, 1, correction(2, [5, 0], [5, 1])],
          ],
        }),
        receiptLines({ search: '13150805000000002', points: 141, body: [confirmed('01'), ...body] }),
      ]),
    );
    const keys = tables['receipt']!.map((row) => row['key_branch']);
    expect(keys[0]).toBe(keys[1]);
    expect(tables['receipt']![0]).toMatchObject({ corrected: true, computed_points: 141 });
  });

  it('a row that was put in can be corrected again', async () => {
    const { row } = await corrected({
      added: [
        [4, 1, insurer(120)],
        [4, 2, insurer(141)],
        correction(2, [4, 0], [4, 1]),
        correction(2, [4, 1], [4, 2]),
      ],
    });
    expect(row).toMatchObject({ decided_points: 141, corrected: true });
  });

  it.each([
    ['the row to replace is missing', [[4, 1, insurer(73)], correction(2, [9, 0], [4, 1])]],
    ['the row to delete is missing', [correction(3, [6, 5])]],
    ['the new row is missing', [correction(2, [4, 0], [4, 1])]],
    ['the kind of correction is unknown', [correction(7, [4, 0])]],
  ] as const)('%s: quarantined with the points as filed', async (_, added) => {
    const { tables, result } = await corrected({ added: [...added] });
    expect(tables['receipt']).toEqual([]);
    expect(tables['detail']).toEqual([]);
    expect(tables['quarantine']).toMatchObject([
      {
        position: 1,
        reason: 'correction_unresolved',
        records: 6 + added.length,
        receipts: 1,
        points: 141,
        yen: 1410,
      },
    ]);
    expect(result).toMatchObject({ points: 141, yen: 1410, receipts: 1 });
  });

  it('a row of the review body that no correction uses is not read, but found', async () => {
    const { row, tables } = await corrected({ added: [[4, 1, insurer(73)]] });
    expect(row).toMatchObject({ decided_points: 141, corrected: false });
    expect(tables['finding']!.map((finding) => [finding['code'], finding['line']])).toEqual([
      ['correction_row_unused', 7],
    ]);
  });

  describe('with the three leading columns cut off', () => {
    const strip = (lines: readonly string[]) => lines.map((line) => line.split(',').slice(3).join(','));
    const filed = strip(receiptLines({ points: 141, body }));
    const jy = (...fields: Parameters<typeof correction>) => correction(...fields);
    const [ho, si] = [insurer(73), procedure('60', '160000310', 32, 1)];
    const [jyHo, jySi] = [jy(2, [4, 0], [4, 1]), jy(2, [5, 0], [5, 1])];
    const read = async (lines: readonly string[]) => (await load(joinLines([lines]))).tables;

    it.each([
      ['each before its correction', [...filed, ho, jyHo, si, jySi]],
      ['all before all corrections', [...filed, ho, si, jyHo, jySi, 'RC,Ver00001x']],
      ['behind a record of the review body', [...filed, 'EX,,,,,,,,,,,,1:', ho, jyHo, si, jySi]],
      [
        'behind the rows they replace',
        [...filed.slice(0, 4), ho, filed[4]!, si, filed[5]!, 'EX', jyHo, jySi],
      ],
      ['without MN', [...filed.slice(1), ho, jyHo, si, jySi]],
    ])('new rows %s', async (_, lines) => {
      const tables = await read(lines);
      expect(tables['receipt']![0]).toMatchObject({
        claimed_points: 141,
        decided_points: 73,
        computed_points: 73,
        corrected: true,
      });
      expect(tables['finding']).toEqual([]);
    });

    it('a row is struck out, another put in behind one', async () => {
      const added = procedure('', '160000610', 9, 1);
      const tables = await read([...filed, jy(3, [5, 0]), added, jy(1, [6, 0], [6, 1])]);
      expect(tables['detail']!.map((row) => row['code'])).toEqual(['160000410', '160000610']);
    });

    it.each([
      ['a new row of another record', [si, jyHo]],
      ['no new row', [jyHo]],
      ['a target that is not there', [ho, jy(2, [9, 0], [9, 1])]],
      ['an unknown correction', [ho, jy(7, [4, 0], [4, 1])]],
    ])('%s: quarantined as filed', async (_, added) => {
      const tables = await read([...filed, ...added]);
      expect(tables['quarantine']!.map(({ reason, points }) => [reason, points])).toEqual([
        ['correction_unresolved', 141],
      ]);
    });
  });

  it('a transfer to us makes it ours, with the confirmed symbol and number', async () => {
    const ours = receiptLines({ points: 141, body });
    const moved = receiptLines({
      search: '13150805000000002',
      points: 141,
      insurer: '06000000',
      symbol: '９',
      number: '９',
      body,
      added: [
        record('SN', { 2: 1, 3: '04', 4: '06999991', 5: '１２３', 6: '４５６' }, 9),
        record('EX', { 2: '06999991' }, 13),
      ],
    });
    const { tables } = await load(joinLines([ours, moved]));
    expect(tables['receipt']!.map((row) => row['insurer_number'])).toEqual(['06999991', '06999991']);
    expect(tables['receipt']![1]!['key_base']).toBe(tables['receipt']![0]!['key_base']);
  });

  it('a transfer to another insurer takes it away', async () => {
    const ours = receiptLines({ points: 141, body });
    const gone = receiptLines({
      search: '13150805000000002',
      points: 10,
      added: [record('EX', { 2: '06000000' }, 13)],
    });
    const { tables } = await load(joinLines([ours, gone]));
    expect(tables['quarantine']!.map((row) => [row['reason'], row['points']])).toEqual([
      ['other_insurer', 10],
    ]);
  });
});
