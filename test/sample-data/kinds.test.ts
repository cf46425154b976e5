import { beforeAll, describe, expect, test } from 'vitest';
import { claimedIn, decode, receiptsOf, type WrittenSociety, writeSociety } from './written.ts';

/** Columns of each record behind the three leading ones (記録条件仕様 of DPC, 歯科, 訪問看護). */
const columns: Record<'dpc' | 'dental' | 'nursing' | 'copies', Record<string, number>> = {
  dpc: {
    ...{
      MN: 7,
      HR: 10,
      IR: 10,
      RE: 30,
      HO: 16,
      KO: 13,
      SN: 9,
      JD: 33,
      MF: 33,
      GR: 3,
      SY: 8,
      BU: 6,
      SB: 8,
      KK: 14,
    },
    ...{ SK: 7, GA: 7, HH: 9, GT: 12, CD: 11, SI: 44, IY: 44, TO: 48, CO: 5, JY: 9, EX: 13, RC: 2 },
  },
  dental: {
    ...{ MN: 7, UK: 10, IR: 9, RE: 27, HO: 14, SN: 9, JD: 33, HS: 13, SS: 109, SI: 38, IY: 39, CO: 11 },
    ...{ JY: 9, EX: 13, RC: 2, HR: 10 },
  },
  nursing: { RE: 15, HO: 9, SN: 9, SY: 5, KA: 9 },
  copies: { RE: 38, HO: 15, KO: 12, SN: 9, JD: 33, MF: 33, SY: 8, SI: 44, IY: 44, TO: 48, CO: 5, SJ: 3 },
};

let society: WrittenSociety;
let dpc: string[][][];
let dental: string[][][];
let nursing: ReturnType<typeof claimedIn>;
let copies: ReturnType<typeof claimedIn>;
let therapy: string[][];
let paper: string[][];
let changes: string[][];
beforeAll(async () => {
  society = await writeSociety({ members: 1_200, months: 8, seed: 3 });
  dpc = receiptsOf(society.files, 'DPC.CSV').map((one) => one.map((line) => line.slice(3)));
  dental = receiptsOf(society.files, 'DEN.CSV').map((one) => one.map((line) => line.slice(3)));
  nursing = claimedIn(society.files, 'RECEIPTH.UKE');
  copies = claimedIn(society.files, 'RECEIPTC.UKE');
  therapy = rowsOf('療養費');
  paper = rowsOf('紙レセプト');
  changes = rowsOf('返戻・再審査等');
}, 120_000);

/** Rows of the lists whose name begins so, without their heads. */
function rowsOf(name: string): string[][] {
  return [...society.files]
    .filter(([path]) => path.startsWith(`inbox/claims/${name}`))
    .flatMap(([, bytes]) => decode(bytes).trimEnd().split('\r\n').slice(1))
    .map((line) => line.split(','));
}

/** A field by its position in the record, the identifier being the first. */
function at(line: readonly string[], position: number): string {
  return line[position - 1] ?? '';
}

/** Σ points × count of rows by their positions, meals (診療識別 97) left out. */
function rowSum(
  lines: readonly string[][],
  places: Record<string, readonly [points: number, count: number]>,
) {
  let section = '';
  let sum = 0;
  for (const line of lines) {
    const place = places[line[0]!];
    if (place === undefined) continue;
    section = at(line, 2) === '' ? section : at(line, 2);
    if (section !== '97') sum += Number(at(line, place[0])) * Number(at(line, place[1]));
  }
  return sum;
}

const billedLikeMedical = { SI: [6, 7], IY: [6, 7], TO: [6, 7] } as const;

describe('layouts', () => {
  test.each(['dpc', 'dental', 'nursing', 'copies'] as const)('every record of %s has its columns', (name) => {
    const receipts = { dpc, dental, nursing: nursing.receipts, copies: copies.receipts }[name];
    const lines = receipts.flat();
    expect(lines.filter((line) => line.length !== columns[name][line[0]!]).map((line) => line[0])).toEqual(
      [],
    );
    expect(receipts.length).toBeGreaterThan(name === 'nursing' ? 2 : 8);
  });

  test('one month comes in an archive: a nested folder, names that Windows wrote', () => {
    const inside = [...society.files.keys()].filter((path) => path.includes('.zip/'));
    expect(inside).toHaveLength(4);
    for (const path of inside)
      expect(path).toMatch(
        /^inbox\/receipts\/202407\/レセプト_202407\.zip\/保険者_06999991\/0_共通\/1[1-4]_/,
      );
    expect([...society.files.keys()].some((path) => path.startsWith('inbox/receipts/202407/0'))).toBe(false);
  });

  test('everything that was written is counted', () => {
    const sent = ['MED.CSV', 'DPC.CSV', 'DEN.CSV', 'PHA.CSV'].flatMap((ending) =>
      receiptsOf(society.files, ending),
    );
    const claimForm = [...copies.receipts, ...nursing.receipts];
    const ends = 2 * (copies.sums.length + nursing.sums.length);
    const { receipts, records } = society.planted.counts;
    const rows = therapy.length + paper.length;
    expect(sent.length + claimForm.length + rows).toBe(receipts);
    expect(sent.flat().length + claimForm.flat().length + ends + rows).toBe(records);
  });
});

describe('DPC', () => {
  test('what is billed beside the bundle and the bundle make the total, of a cover that of its details', () => {
    let covers = 0;
    for (const receipt of dpc) {
      const totals = receipt
        .filter((line) => line[0] === 'HO' && line.length === 16)
        .map((line) => Number(at(line, 6)));
      const [total = 0, ...details] = totals;
      const bundle = receipt
        .filter((line) => line[0] === 'GT')
        .reduce((sum, line) => sum + Number(at(line, 9)), 0);
      if (receipt.some((line) => line[0] === 'JY')) continue;
      const wrong = total - bundle - rowSum(receipt, billedLikeMedical);
      expect([0, 100]).toContain(wrong);
      const kinds = receipt.filter((line) => line[0] === 'RE').map((line) => at(line, 19));
      if (kinds.length < 2) continue;
      covers++;
      expect(kinds).toEqual(['1', '2', '3']);
      expect(details.reduce((sum, points) => sum + points, 0)).toBe(total);
      expect(new Set(receipt.filter((line) => line[0] === 'RE').map((line) => at(line, 2))).size).toBe(1);
    }
    expect(covers).toBeGreaterThan(0);
  });

  test('the bundle is days × points a day × the coefficient of the hospital', () => {
    for (const receipt of dpc) {
      const gt = receipt.find((line) => line[0] === 'GT')!;
      const coefficient = Number(at(receipt.find((line) => line[0] === 'GA')!, 6));
      const parts = receipt.filter((line) => line[0] === 'HH');
      for (const line of parts) expect(Number(at(line, 7)) * Number(at(line, 8))).toBe(Number(at(line, 9)));
      const sum = parts.reduce((total, line) => total + Number(at(line, 9)), 0);
      expect(sum).toBe(Number(at(gt, 6)));
      expect(Math.abs(Number(at(gt, 9)) - sum * coefficient)).toBeLessThan(1 + sum * 0.0001);
    }
  });

  test('one disease with most resources, one main one; rarely they differ; coding data have no points', () => {
    const roles = (receipt: string[][], role: string) =>
      receipt.filter((line) => line[0] === 'SB' && at(line, 6) === role).map((line) => at(line, 2));
    for (const receipt of dpc)
      for (const role of ['01', '11', '21']) expect(roles(receipt, role)).toHaveLength(1);
    const other = dpc.filter((receipt) => roles(receipt, '01')[0] !== roles(receipt, '11')[0]);
    expect(other.length).toBeLessThan(dpc.length / 4);
    expect(dpc.every((receipt) => receipt.some((line) => line[0] === 'CD'))).toBe(true);
  });
});

describe('dental, home nursing, therapy', () => {
  test('a dental total is the sum of its rows, except where planted as wrong', () => {
    const places = { SS: [77, 78], SI: [6, 7], IY: [6, 7] } as const;
    const wrong = dental.filter((receipt) => {
      const claimed = receipt.find((line) => line[0] === 'HO')!;
      return rowSum(receipt, places) !== Number(at(claimed, 6));
    });
    expect(wrong.length).toBeLessThanOrEqual(society.planted.messy['wrong_total']!);
    expect(dental.length - wrong.length).toBeGreaterThan(100);
    const days = (line: string[]) => line.slice(78).reduce((sum, day) => sum + Number(day), 0);
    expect(dental.flat().filter((line) => line[0] === 'SS' && days(line) !== Number(at(line, 78)))).toEqual(
      [],
    );
  });

  test('sums at the end of claim files count claims and add up', () => {
    for (const { claims, total, receipts } of [...nursing.sums, ...copies.sums]) {
      const payers = receipts.flat().filter((line) => line[0] === 'HO' || line[0] === 'KO').length;
      const insurers = receipts.flat().filter((line) => line[0] === 'HO');
      expect(claims).toBe(payers);
      expect(total).toBe(insurers.reduce((sum, line) => sum + Number(at(line, 6)), 0));
    }
  });

  test('what a nurse did is what is billed, in yen', () => {
    for (const receipt of nursing.receipts) {
      const fees = receipt
        .filter((line) => line[0] === 'KA')
        .reduce((sum, line) => sum + Number(at(line, 6)), 0);
      expect(fees).toBe(Number(at(receipt.find((line) => line[0] === 'HO')!, 6)));
    }
  });

  test('therapy: cost = what the patient paid + what is refunded; bone-setters mostly', () => {
    for (const row of therapy) expect(Number(row[14])).toBe(Number(row[15]) + Number(row[16]));
    expect(therapy.filter((row) => row[1] === '1').length).toBeGreaterThan(therapy.length / 2);
    expect(new Set(therapy.map((row) => row[0])).size).toBe(therapy.length);
  });
});

describe('paper', () => {
  test('two clinics claim on paper: points, and diseases with the main one first, but no rows', () => {
    expect(new Set(paper.map((row) => row[11])).size).toBeLessThanOrEqual(2);
    expect(paper.length).toBeGreaterThan(10);
    for (const row of paper) {
      expect(Number(row[16]) - Number(row[17])).toBeGreaterThanOrEqual(0);
      expect(row[24]).toMatch(/^\d{7}(\+\d{4})*(;\d{7}(\+\d{4})*)*$/);
    }
  });
});

describe('what becomes of receipts', () => {
  test('every notice names a receipt that came before it', () => {
    const came = new Map<string, string>();
    for (const ending of ['MED.CSV', 'DPC.CSV', 'DEN.CSV', 'PHA.CSV'])
      for (const [mn, opening] of receiptsOf(society.files, ending)) {
        const month = opening!.findLast((field) => /^20\d{4}$/.test(field))!;
        const number = mn![6] === '' ? '' : mn![6]!;
        if (number !== '' && (came.get(number) ?? '999999') > month) came.set(number, month);
      }
    const known = changes.filter(([number]) => came.has(number!));
    expect(known.length).toBeGreaterThan(changes.length * 0.9);
    for (const [number, month] of known) expect(month!.replace('-', '') > came.get(number!)!).toBe(true);
  });

  test('kinds of notices are as planted', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(changes, ([, , kind]) => kind!)].map(([kind, rows]) => [kind, rows.length]),
    );
    const { returned, sent_back, withdrawn, transferred, reassessed } = society.planted.messy;
    expect(counts).toEqual({
      返戻: returned! - sent_back!,
      過誤: withdrawn,
      振替: transferred,
      再審査: reassessed,
    });
    expect(changes.filter((row) => row[2] === '再審査').every((row) => Number(row[3]) > 0)).toBe(true);
    expect(changes.filter((row) => row[2] !== '再審査').every((row) => row[3] === '')).toBe(true);
  });

  test('the triangle adds up to what holds, and gets fuller with the months', () => {
    const { revisions, counts, messyTotals } = society.planted;
    const cells = Object.values(revisions).flatMap((row) => Object.values(row));
    const sum = (measure: 'receipts' | 'points') => cells.reduce((total, cell) => total + cell[measure], 0);
    const of = (kinds: readonly string[], measure: 'receipts' | 'points') =>
      kinds.reduce((total, kind) => total + (messyTotals[kind]?.[measure] ?? 0), 0);
    const gone = ['returned', 'withdrawn', 'transferred', 'reexamined', 'copied', 'duplicate'];
    const aside = [
      ...['missing_re', 'missing_search_number', 'unreadable_month', 'future_month', 'foreign_insurer'],
      ...['correction_without_target', 'sent_back'],
    ];
    expect(sum('receipts')).toBe(counts['receipts']! - of([...gone, ...aside], 'receipts'));
    expect(sum('points')).toBe(
      counts['points']! - of([...gone, ...aside], 'points') + of(['reassessed'], 'points'),
    );
    const [first] = Object.entries(revisions);
    const [month, row] = first!;
    expect(Object.keys(row)[0]).toBe(`${month.slice(0, 5)}05`);
    expect(Object.keys(row).length).toBeGreaterThan(3);
  });
});
