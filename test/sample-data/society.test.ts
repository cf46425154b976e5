import { beforeAll, describe, expect, test } from 'vitest';
import type { PlantedCell } from '#sample-data/planted.ts';
import { decode, digests, type WrittenSociety, writeSociety } from './written.ts';

let society: WrittenSociety;
beforeAll(async () => {
  society = await writeSociety({ members: 400, months: 14, seed: 5 });
}, 120_000);

function value(
  cells: readonly PlantedCell[],
  analysis: string,
  period: string,
  at: Record<string, string>,
  measure: string,
): number {
  const found = cells.find(
    (cell) =>
      cell.analysis === analysis &&
      cell.period === period &&
      cell.measure === measure &&
      Object.entries(cell.at).every(([name, code]) => code === (at[name] ?? 'total')),
  );
  return found?.value ?? 0;
}

describe('one seed, one society', () => {
  test('equal options give equal bytes, another seed another society', async () => {
    const options = { members: 150, months: 3, seed: 9 };
    const [first, second, other] = await Promise.all([
      writeSociety(options),
      writeSociety(options),
      writeSociety({ ...options, seed: 10 }),
    ]);
    expect(digests(first.files)).toEqual(digests(second.files));
    const name = 'inbox/receipts/202405/06999991/0_COMMON001/11_RECODEINFO_MED.CSV';
    expect(digests(first.files)[name]).not.toBe(digests(other.files)[name]);
  });

  test('a person does not depend on how large the society is', async () => {
    const rows = ({ files }: WrittenSociety) =>
      decode([...files].find(([name]) => name.includes('加入者台帳'))![1])
        .split('\r\n')
        .filter((line) => line.split(',')[10] === '1014');
    const small = rows(await writeSociety({ members: 150, months: 3, seed: 9 }));
    const large = rows(await writeSociety({ members: 300, months: 3, seed: 9 }));
    expect(small.length).toBeGreaterThanOrEqual(4);
    expect(large).toEqual(expect.arrayContaining(small));
  });
});

describe('planted values', () => {
  test('months add up to the fiscal year', () => {
    const { cells } = society.planted;
    for (const measure of ['receipts', 'yen', 'person_months']) {
      const months = cells.filter(
        (cell) =>
          cell.analysis === 'cost-by-care' &&
          cell.measure === measure &&
          cell.at['care'] === 'total' &&
          cell.period >= '2024-04' &&
          cell.period <= '2025-03',
      );
      expect(months).toHaveLength(12);
      expect(months.reduce((sum, cell) => sum + cell.value, 0)).toBe(
        value(cells, 'cost-by-age', '2024', {}, measure),
      );
    }
  });

  test('only complete fiscal years are counted', () => {
    const years = society.planted.cells.filter((cell) => cell.period.length === 4).map((cell) => cell.period);
    expect(new Set(years)).toEqual(new Set(['2024']));
  });

  test('parts add up to their totals, overlapping ones at least', () => {
    const { cells } = society.planted;
    const sum = (analysis: string, name: string, measure: string) =>
      cells
        .filter((cell) => cell.analysis === analysis && cell.period === '2024' && cell.measure === measure)
        .filter(
          (cell) =>
            cell.at[name] !== 'total' &&
            Object.entries(cell.at).every(([other, code]) => other === name || code === 'total'),
        )
        .reduce((total, cell) => total + cell.value, 0);
    expect(sum('members', 'unit', 'members')).toBe(value(cells, 'members', '2024', {}, 'members'));
    expect(sum('members', 'age_band', 'members')).toBe(value(cells, 'cost-by-age', '2024', {}, 'members'));
    expect(sum('disease-cost', 'disease', 'yen')).toBe(value(cells, 'cost-by-age', '2024', {}, 'yen'));
    expect(sum('disease-cost', 'disease', 'patients')).toBeGreaterThan(
      value(cells, 'disease-cost', '2024', {}, 'patients'),
    );
    expect(value(cells, 'checkup-participation', '2024', {}, 'examined')).toBeLessThan(
      value(cells, 'checkup-participation', '2024', {}, 'target'),
    );
  });

  test('yen of care is conserved: linked, unlinked, repeated, ended and quarantined make the files', () => {
    const { cells, messyTotals, counts } = society.planted;
    const linked = cells
      .filter(
        (cell) => cell.analysis === 'cost-by-care' && cell.measure === 'yen' && cell.at['care'] === 'total',
      )
      .reduce((sum, cell) => sum + cell.value, 0);
    const outside = [
      'wrong_number',
      'wrong_birth',
      'no_cover',
      'duplicate',
      'missing_re',
      'missing_search_number',
      'unreadable_month',
      'future_month',
      'foreign_insurer',
      'correction_without_target',
      ...['returned', 'withdrawn', 'transferred', 'reexamined', 'copied', 'sent_back'],
    ];
    const careYen = (kind: string) => (messyTotals[kind]?.yen ?? 0) - (messyTotals[kind]?.mealYen ?? 0);
    const apart = outside.reduce((sum, kind) => sum + careYen(kind), 0);
    expect(linked + apart - careYen('reassessed')).toBe(counts['yen']! - counts['mealYen']!);
  });

  test('receipts that cannot be linked are counted in their year of care', () => {
    const { cells, messyTotals } = society.planted;
    for (const measure of ['receipts', 'yen']) {
      const at = (link: string) => value(cells, 'receipt-linkage', '2024', { link }, measure);
      expect(at('linked')).toBe(value(cells, 'cost-by-age', '2024', {}, measure));
      expect(at('total')).toBe(at('linked') + at('unlinked'));
      expect(at('unlinked')).toBeGreaterThan(0);
    }
    const unlinked = ['wrong_number', 'wrong_birth', 'no_cover'].map((kind) => messyTotals[kind]!);
    const receipts = unlinked.reduce((sum, kind) => sum + kind.receipts, 0);
    expect(value(cells, 'receipt-linkage', '2024', { link: 'unlinked' }, 'receipts')).toBeLessThanOrEqual(
      receipts,
    );
  });

  test('canaries stand in the files and are listed', () => {
    const texts = [...society.files]
      .filter(([name]) => name.endsWith('.CSV') || name.endsWith('.csv'))
      .map(([, bytes]) => decode(bytes));
    for (const canary of society.planted.canaries) {
      expect(texts.some((text) => text.includes(canary))).toBe(true);
    }
    expect(society.planted.canaries.length).toBeGreaterThan(3);
  });
});

describe('files around the receipts', () => {
  test('the ledger has the columns of its contract and spans that do not overlap', () => {
    const [head, ...lines] = decode([...society.files].find(([name]) => name.includes('加入者台帳'))![1])
      .trimEnd()
      .split('\r\n');
    expect(head!.split(',')).toHaveLength(17);
    const spans = Map.groupBy(
      lines.map((line) => line.split(',')),
      (row) => row[0]!,
    );
    for (const rows of spans.values()) {
      expect(rows.every((row) => row.length === 17)).toBe(true);
      for (const [index, row] of rows.entries()) {
        if (row[12] !== '') expect(row[12]! > row[11]!).toBe(true);
        if (index > 0) expect(rows[index - 1]![12]! <= row[11]! && rows[index - 1]![12] !== '').toBe(true);
      }
    }
    const reasons = new Set(lines.map((line) => line.split(',')[13]));
    expect(reasons.has('1') && reasons.has('4')).toBe(true);
  });

  test('masters have the official column counts and two editions with other prices', () => {
    const columns: Record<string, number> = {
      ...{ b: 46, z: 19, y: 40, t: 38, c: 30, s: 150, h: 76, m: 65, r: 72 },
    };
    const masters = [...society.files].filter(([name]) => /^inbox\/masters\/[a-z]_\d/.test(name));
    expect(masters).toHaveLength(17);
    for (const [name, bytes] of masters) {
      const letter = name.slice('inbox/masters/'.length).charAt(0);
      for (const line of decode(bytes).trimEnd().split('\r\n'))
        expect(line.slice(1, -1).split('","')).toHaveLength(columns[letter]!);
    }
    const prices = masters
      .filter(([name]) => name.includes('/y_'))
      .map(([, bytes]) =>
        decode(bytes)
          .split('\r\n')
          .map((line) => line.split('","')[11]),
      );
    expect(prices[0]).not.toEqual(prices[1]);
  });

  test('lists of generics and of selected care: what is the share and what is insured make the price', () => {
    const lists = [...society.files].filter(([name]) => name.endsWith('.csv') && name.includes('/masters/'));
    expect(lists).toHaveLength(5);
    const selected = lists.filter(([name]) => name.includes('選定療養'));
    for (const [name, bytes] of selected) {
      const parts = name.includes('20260601') ? 2 : 4;
      const [, ...rows] = decode(bytes).trimEnd().split('\r\n');
      expect(rows.length).toBeGreaterThan(10);
      for (const row of rows) {
        const [price, highest, share, insured] = row.split(',').slice(2).map(Number);
        expect(share! * parts).toBeCloseTo(price! - highest!, 6);
        expect(share! + insured!).toBeCloseTo(price!, 6);
      }
    }
    const insuredParts = [...society.files].filter(([name]) => name.includes('/y_選定療養_'));
    expect(insuredParts.map(([, bytes]) => decode(bytes).split('（選）').length > 20)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

test('no number of a card has the length of an Individual Number', () => {
  const rows = decode([...society.files].find(([name]) => name.includes('加入者台帳'))![1])
    .trimEnd()
    .split('\r\n')
    .slice(1);
  const numbers = rows.map((line) => line.split(',')[3]!);
  expect(numbers.some((number) => number.startsWith('9753'))).toBe(true);
  expect(numbers.filter((number) => number.length === 12)).toEqual([]);
});
