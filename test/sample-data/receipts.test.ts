import { beforeAll, describe, expect, test } from 'vitest';
import { receiptsOf, type WrittenSociety, writeSociety } from './written.ts';

/** Columns of each record behind the three leading ones (記録条件仕様（医科）・（調剤）). */
const medicalColumns: Record<string, number> = {
  MN: 7,
  IR: 10,
  RE: 38,
  HO: 15,
  KO: 12,
  SN: 9,
  JD: 33,
  MF: 33,
  SY: 8,
  SI: 44,
  IY: 44,
  TO: 48,
  CO: 5,
  SJ: 3,
  JY: 9,
  EX: 13,
  RC: 2,
  HR: 10,
};
const pharmacyColumns: Record<string, number> = {
  MN: 7,
  YK: 9,
  RE: 42,
  HO: 14,
  KO: 10,
  SN: 9,
  JD: 33,
  SH: 10,
  CZ: 71,
  IY: 10,
  TK: 3,
  KI: 114,
  JY: 9,
  EX: 13,
  RC: 2,
  HR: 10,
};

let society: WrittenSociety;
let medical: string[][][];
let pharmacy: string[][][];
beforeAll(async () => {
  society = await writeSociety({ members: 900, months: 6, seed: 3 });
  medical = receiptsOf(society.files, 'MED.CSV');
  pharmacy = receiptsOf(society.files, 'PHA.CSV');
}, 120_000);

/** Σ points × count of the lines as filed, without section 97, subtractive drugs subtracted. */
function medicalSum(receipt: string[][]): number {
  let section = '';
  let sum = 0;
  for (const line of receipt) {
    if (line[0] !== '1' || !['SI', 'IY', 'TO'].includes(line[3]!)) continue;
    section = line[4] === '' ? section : line[4]!;
    if (section === '97' || line[8] === '') continue;
    sum += Number(line[8]) * Number(line[9]) * (line[6]!.startsWith('6300100') ? -1 : 1);
  }
  return sum;
}

/** Σ CZ + Σ KI by the positions of the specification. */
function pharmacySum(receipt: string[][]): number {
  const at = (line: string[], position: number) => Number(line[position + 2] ?? 0);
  return receipt.reduce((sum, line) => {
    if (line[3] === 'CZ') return sum + at(line, 11) + at(line, 14) + at(line, 62);
    return line[3] === 'KI' ? sum + at(line, 6) + at(line, 11) + at(line, 73) : sum;
  }, 0);
}

function claimed(receipt: string[][]): number {
  return Number(receipt.find((line) => line[3] === 'HO' && line[0] === '1')![8]);
}

describe('receipts as the insurer receives them', () => {
  test('every record has the columns of its layout', () => {
    const wrong = [
      ...medical.flat().filter((line) => line.length - 3 !== medicalColumns[line[3]!]),
      ...pharmacy.flat().filter((line) => line.length - 3 !== pharmacyColumns[line[3]!]),
    ];
    expect(wrong.map((line) => line[3])).toEqual([]);
    expect(medical.length).toBeGreaterThan(pharmacy.length);
  });

  test('the total of a receipt is the sum of its units, except in the receipts planted as wrong', () => {
    const different = [
      ...medical.filter((one) => medicalSum(one) !== claimed(one)),
      ...pharmacy.filter((one) => pharmacySum(one) !== claimed(one)),
    ];
    expect(different.length).toBeGreaterThan(0);
    expect(different.length).toBeLessThanOrEqual(society.planted.messy['wrong_total']!);
  });

  test('the count of a row is the sum of its days', () => {
    const rows = medical.flat().filter((line) => ['SI', 'IY', 'TO'].includes(line[3]!));
    const days = (line: string[]) =>
      line.slice(line[3] === 'TO' ? 20 : 16).reduce((sum, day) => sum + Number(day), 0);
    expect(rows.filter((line) => days(line) !== Number(line[9]))).toEqual([]);
  });

  test('corrections reproduce the decided points', () => {
    const corrected = medical.filter((one) => one.some((line) => line[3] === 'JY' && line[4] === '2'));
    expect(corrected.length).toBeGreaterThan(0);
    for (const receipt of corrected) {
      const struck = receipt.filter((line) => line[3] === 'JY' && line[4] === '3').map((line) => line[5]);
      const gone = receipt
        .filter((line) => line[0] === '1' && struck.includes(line[1]))
        .reduce((sum, line) => sum + Number(line[8]) * Number(line[9]), 0);
      const decided = Number(receipt.find((line) => line[3] === 'HO' && line[0] === '2')![8]);
      expect(decided).toBe(claimed(receipt) - gone);
      expect(gone).toBeGreaterThan(0);
    }
  });

  test('検索番号 is unique but for receipts sent twice and later versions', () => {
    const numbers = medical.map((one) => one[0]![6]).filter((number) => number !== '');
    const again = numbers.length - new Set(numbers).size;
    const { duplicate, reexamined, resubmitted, sent_back } = society.planted.messy;
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThanOrEqual(duplicate! + reexamined! + resubmitted! + sent_back!);
  });

  test('every quirk of real files occurs', () => {
    const cards = medical.map((one) => one.find((line) => line[3] === 'HO')!);
    expect(cards.some((line) => /^[０-９]+$/.test(line[5]!))).toBe(true);
    expect(cards.some((line) => /^[0-9]+$/.test(line[5]!))).toBe(true);
    expect(cards.some((line) => line[4]!.startsWith('  '))).toBe(true);
    const births = medical.flatMap((one) =>
      one.filter((line) => line[3] === 'RE').map((line) => line[9]!.length),
    );
    expect(new Set(births)).toEqual(new Set([7, 8]));
    expect(medical.flat().some((line) => line[3] === 'SY' && line[4] === '0000999')).toBe(true);
    expect(medical.flat().some((line) => line[4] === '97')).toBe(true);
    expect(medical.flat().some((line) => line[3] === 'KO')).toBe(true);
    const file = [...society.files].find(([name]) => name.endsWith('MED.CSV'))![1];
    expect(file.subarray(-3)).toEqual(Buffer.from([0x1a, 0x0d, 0x0a]));
    expect(
      [...society.files].some(
        ([name, bytes]) => name.endsWith('.CSV') && bytes.includes(Buffer.from([0x83, 0x2c])),
      ),
    ).toBe(true);
  });
});
