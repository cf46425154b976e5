import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { UserError } from '#shared/errors.ts';
import { joinLines, load, procedure, receiptLines, record, searchNumber, writeTemporary } from './files.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const canary = 'カナリヤ';

const procedures = fc.array(
  fc.record({
    section: fc.constantFrom('', '11', '60', '97'),
    code: fc.constantFrom('111000110', '160000310', '199000210'),
    points: fc.nat(5000),
    count: fc.integer({ min: 1, max: 31 }),
  }),
  { maxLength: 6 },
);

const receipt = fc.record({
  insurer: fc.constantFrom('06999991', '06999991', '06999991', '06999983'),
  month: fc.constantFrom('202604', '50804', '202612', 'x', '202511'),
  points: fc.oneof(fc.nat(100_000), fc.constant('')),
  meals: fc.nat(5000),
  kind: fc.constantFrom('1112', '1111', '3112'),
  search: fc.boolean(),
  body: procedures,
  unknown: fc.boolean(),
  corrected: fc.constantFrom('no', 'good', 'bad'),
});

type Receipt = typeof receipt extends fc.Arbitrary<infer T> ? T : never;

function build(receipts: readonly Receipt[]): string[][] {
  return receipts.map((one, index) => {
    const replacement = record('HO', { 2: one.insurer, 3: '１', 4: '２', 6: 77 }, 15);
    const good = record('JY', { 2: 2, 3: 4, 4: 0, 7: 4, 8: 1 }, 9);
    const bad = record('JY', { 2: 3, 3: 99 }, 9);
    return receiptLines({
      search: one.search ? searchNumber(index + 1) : '1',
      insurer: one.insurer,
      month: one.month,
      type: one.kind,
      points: one.points,
      ho: { 8: 3, 9: one.meals },
      body: [
        ...one.body.map(({ section, code, points, count }) => procedure(section, code, points, count)),
        ...(one.unknown ? ['ZZ,1,2'] : []),
      ],
      added: one.corrected === 'no' ? [] : [[4, 1, replacement], one.corrected === 'good' ? good : bad],
    });
  });
}

describe('conservation', () => {
  it('what came in is loaded or set aside, in records, receipts, points and yen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(receipt, { minLength: 1, maxLength: 12 }), async (receipts) => {
        const ours = receiptLines({ search: searchNumber(900) });
        const lines = [...build(receipts), ...Array.from({ length: receipts.length + 1 }, () => ours)];
        const { tables, result } = await load(joinLines(lines));
        const loaded = tables['receipt']!;
        const aside = tables['quarantine']!;
        const sum = (values: unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);
        const column = (rows: readonly Record<string, unknown>[], name: string) =>
          rows.map((row) => row[name]);
        expect(result.records).toBe(lines.flat().length);
        expect(sum([...column(loaded, 'records'), ...column(aside, 'records')])).toBe(result.records);
        expect(loaded.length + aside.length).toBe(result.receipts);
        expect(result.receipts).toBe(lines.length);
        expect(sum([...column(loaded, 'decided_points'), ...column(aside, 'points')])).toBe(result.points);
        const yen = loaded.map((row) => Number(row['decided_points']) * 10 + Number(row['meal_yen']));
        expect(sum([...yen, ...column(aside, 'yen')])).toBe(result.yen);
        expect(result.rows['receipt']).toBe(loaded.length);
        expect(result.rows['detail']).toBe(tables['detail']!.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('damaged files', () => {
  const whole = joinLines(
    build([
      {
        insurer: '06999991',
        month: '202604',
        points: 100,
        meals: 0,
        kind: '1112',
        search: true,
        body: [],
        unknown: true,
        corrected: 'good',
      },
      {
        insurer: '06999991',
        month: '50804',
        points: 50,
        meals: 640,
        kind: '1111',
        search: true,
        body: [],
        unknown: false,
        corrected: 'no',
      },
    ]).map((lines) => [...lines, `1,99,0,CO,60,1,820000001,${canary}`]),
  );
  const mutation = fc.record({
    at: fc.nat(whole.length - 1),
    remove: fc.nat(40),
    bytes: fc.uint8Array({ maxLength: 6 }),
  });

  it('random damage never crashes the reader, hangs it, or shows a value in a message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 8 }), async (mutations) => {
        let bytes: Buffer = whole;
        for (const { at, remove, bytes: added } of mutations) {
          bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + remove)]);
        }
        try {
          const inspection = await inspectReceipts(writeTemporary(bytes), now);
          expect(inspection.yen ?? 0).toBeGreaterThanOrEqual(0);
          expect(JSON.stringify(inspection)).not.toContain(canary);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(JSON.stringify([String(error), error])).not.toContain(canary);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('and what is left of the file is conserved in the tables', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        let bytes: Buffer = whole;
        for (const { at, remove, bytes: added } of mutations) {
          bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + remove)]);
        }
        try {
          const { tables, result } = await load(bytes);
          const rows = [...tables['receipt']!, ...tables['quarantine']!];
          expect(rows.reduce((total, row) => total + Number(row['records']), 0)).toBe(result.records);
          expect(rows).toHaveLength(result.receipts);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 60 },
    );
  });
});
