import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asClaimForm } from '#sample-data/claim-files.ts';
import { type MedicalClaim, medicalPoints, unitPoints } from '#sample-data/claims.ts';
import { asDpc, withoutCover } from '#sample-data/dpc.ts';
import { drawFate } from '#sample-data/fates.ts';
import { asPaper } from '#sample-data/paper.ts';
import { stream } from '#sample-data/random.ts';
import { createRevisions } from '#sample-data/revisions.ts';
import { createZip } from '#sample-data/zip.ts';

/** A stay of some days in a hospital of the DPC system: days × 1,688 points, an operation, tests. */
function stay(days: number, code = '9500022'): MedicalClaim {
  const row = (record: 'SI', code: string) => ({ record, code, quantity: '' }) as const;
  return {
    kind: 'medical',
    archetype: 'APPENDIX_ADM',
    month: 2024 * 12 + 5,
    institution: {
      ...{ kind: 'hospital', table: '1', prefecture: '13', code, name: '架空', place: '架空' },
      ...{ dispenses: false, wideDigits: false, eraDates: false },
    },
    inpatient: true,
    days: Array.from({ length: days }, (_, index) => index + 1),
    diagnoses: [
      { code: '5409005', modifiers: '', text: '', main: true, started: 19_000, outcome: '1' },
      { code: '1629006', modifiers: '8002', text: '', main: false, started: 19_000, outcome: '1' },
    ],
    units: [
      { section: '50', rows: [row('SI', '150337610')], points: 13_760, count: 1 },
      { section: '60', rows: [row('SI', '160008010')], points: 21, count: 3 },
      { section: '90', rows: [row('SI', '190117710')], points: 1_688, count: days },
    ],
    meals: days * 3 - 2,
  };
}

describe('a stay as a hospital of the DPC system claims it', () => {
  test('costs about what its rows cost, operations apart; suspected diseases are left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0 }), (days, seed) => {
        const plain = stay(days);
        const claim = asDpc(plain, stream(seed));
        const { dpc } = claim;
        expect(dpc?.code).toBe('060150xx03xxxx');
        expect(Math.abs(medicalPoints(claim) / unitPoints(plain.units) - 1)).toBeLessThan(0.01);
        // The operation, and for some the painkiller they take home: 3 points × 7 days.
        expect([13_760, 13_781]).toContain(unitPoints(claim.units));
        expect(dpc!.periods.reduce((sum, period) => sum + period.days, 0) + dpc!.apartDays).toBe(days);
        expect(claim.diagnoses.map((one) => one.code)).toEqual(['5409005']);
        expect(medicalPoints(withoutCover(claim))).toBe(medicalPoints(claim));
      }),
    );
  });

  test('only from eight days on it may be a cover, and only in hospitals of the system', () => {
    const covers = (days: number) =>
      Array.from({ length: 200 }, (_, seed) => asDpc(stay(days), stream(seed)).dpc!.apartDays);
    expect(new Set(covers(7))).toEqual(new Set([0]));
    expect(new Set(covers(8))).toEqual(new Set([0, 2]));
    expect(asDpc(stay(5, '9500044'), stream(1)).dpc).toBeUndefined();
    expect(asDpc({ ...stay(5), inpatient: false }, stream(1)).dpc).toBeUndefined();
  });
});

test('on paper the main disease comes first, and points stay without rows', () => {
  const plain = { ...stay(1, '9100220'), inpatient: false, meals: 0 };
  const [main, other] = plain.diagnoses;
  const paper = asPaper({ ...plain, diagnoses: [other!, main!] });
  if (paper.kind !== 'medical') throw new Error('a medical claim stays one');
  expect(paper.diagnoses.map(({ code, main: first }) => [code, first])).toEqual([
    ['5409005', true],
    ['1629006', false],
  ]);
  expect(medicalPoints(paper)).toBe(unitPoints(plain.units));
  expect(asPaper(stay(1, '9100220'))).toEqual(stay(1, '9100220'));
});

test('a fate takes effect after the receipt was processed and before the data end', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0, max: 6 }), (seed, left) => {
      const random = stream(seed, 39);
      for (let draw = 0; draw < 400; draw++) {
        const fate = drawFate(random, 100, 100 + left);
        if (fate === undefined) continue;
        kinds.add(fate.kind);
        expect(fate.month).toBeGreaterThan(100);
        expect(fate.month).toBeLessThanOrEqual(100 + left);
        if (fate.kind !== 'returned' || fate.again === undefined) continue;
        expect(fate.again.month).toBeGreaterThan(fate.month);
        expect(fate.again.month).toBeLessThanOrEqual(100 + left);
      }
    }),
  );
  expect(kinds).toEqual(new Set(['returned', 'reexamined', 'withdrawn', 'transferred']));
});

test('the triangle keeps what came and what went, by months in order', () => {
  const revisions = createRevisions();
  const written = (decidedPoints: number, billedYen = 0) => ({
    ...{ text: '', records: 1, claimedPoints: decidedPoints, decidedPoints, billedYen, mealYen: 0 },
    ...{ shareYen: undefined, programmeYen: undefined },
  });
  revisions.add(24_300, 24_302, written(0, 5_550), 1);
  revisions.add(24_300, 24_301, written(100), 1);
  revisions.add(24_300, 24_302, written(100), -1);
  expect(Object.entries(revisions.planted()['2025-01']!)).toEqual([
    ['2025-02', { receipts: 1, points: 100, yen: 1_000 }],
    ['2025-03', { receipts: 0, points: -100, yen: 4_550 }],
  ]);
});

test('in the claim form nothing of the review body is left', () => {
  const text = ['2,1,0,MN,1,', '1,2,0,IR,1,13', '1,3,0,RE,1', '1,4,0,HO,06', '2,4,1,HO,06', '2,5,0,RC,x', ''];
  const written = {
    ...{ text: text.join('\r\n'), records: 6, claimedPoints: 1, decidedPoints: 1, billedYen: 0, mealYen: 0 },
    ...{ shareYen: undefined, programmeYen: undefined },
  };
  expect(asClaimForm(written)).toMatchObject({ text: 'RE,1\r\nHO,06\r\n', records: 2 });
});

test('an archive packed block by block opens, wherever the blocks end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-zip-'));
  try {
    const sizes = [0, 5, (1 << 22) - 1, 1 << 22, (1 << 22) + 1, 9_000_000];
    const zip = createZip(join(folder, 'all.zip'), 'cp932');
    for (const size of sizes) {
      const path = join(folder, String(size));
      writeFileSync(path, Buffer.alloc(size, `line ${size}\r\n`));
      zip.addFile(`架空/${size}`, path);
    }
    zip.close();
    const bytes = new Uint8Array(readFileSync(join(folder, 'all.zip')));
    const reader = new ZipReader(new BlobReader(new Blob([bytes])), { checkSignature: true });
    const entries = await reader.getEntries();
    expect(entries.map((entry) => new TextDecoder('shift_jis').decode(entry.rawFilename))).toEqual(
      sizes.map((size) => `架空/${size}`),
    );
    for (const [index, entry] of entries.entries()) {
      if (entry.directory) throw new Error('no folders were written');
      const data = await entry.getData(new Uint8ArrayWriter());
      const same = Buffer.from(data).equals(Buffer.alloc(sizes[index]!, `line ${sizes[index]}\r\n`));
      expect(same).toBe(true);
    }
    await reader.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
