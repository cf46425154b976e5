import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { discoverAnalyses } from '#shared/analyses.ts';
import { loadList, loadReference, parseCsv, referenceDirectory } from '#shared/lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (text: string) => {
  writeFileSync(join(folder, 'list.csv'), text);
  return () => loadList('list', folder);
};

describe('closed lists', () => {
  test('a code twice, a missing name, a missing cell and a missing list are refused by line', () => {
    expect(refusal('code,ja,en\na,あ,A\nb,い,B\na,う,C\n')).toThrow('line 4');
    expect(refusal('code,ja,en\na,あ,\n')).toThrow('line 2');
    expect(refusal('code,ja,en\na,あ\n')).toThrow('line 2');
    expect(() => loadList('nowhere', folder)).toThrow('nowhere');
  });

  test('quoted cells read back as written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', 'あ', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(parseCsv(text)).toEqual(rows);
      }),
    );
  });

  test('every reference file is readable, and every list of an analysis is one of them', async () => {
    const names = readdirSync(referenceDirectory).map((file) => file.replace(/\.csv$/, ''));
    for (const name of names) expect(loadReference(name).length).toBeGreaterThan(0);
    const analyses = await discoverAnalyses();
    const lists = analyses.flatMap(({ contract }) =>
      Object.values(contract.dimensions).map(({ list }) => list),
    );
    for (const list of new Set(lists)) {
      if (list !== 'reporting-unit') expect(loadList(list).length).toBeGreaterThan(1);
    }
  });

  test('age bands cover every age once and add up to their groups', () => {
    const bands = loadReference('age-band');
    const groups = loadList('age-group').map(({ code }) => code);
    for (let age = 0; age <= 120; age++) {
      const found = bands.filter((band) => Number(band['age_from']) <= age && age <= Number(band['age_to']));
      expect(found).toHaveLength(1);
      const group = age >= 70 ? '70+' : `${String(age)[0]}0-${String(age)[0]}9`;
      expect(found[0]!['parent']).toBe(age < 10 ? '00-09' : group);
    }
    expect(new Set(bands.map((band) => band['parent']))).toEqual(new Set(groups));
  });

  test('twenty disease classes and the rest; ranges of ICD-10 do not overlap', () => {
    const codes = loadList('disease-class').map(({ code }) => code);
    expect(codes).toHaveLength(21);
    const ranges = loadReference('icd10-class').map(
      (row) => [row['icd_from']!, row['icd_to']!, row['class']!] as const,
    );
    const sorted = ranges.toSorted(([a], [b]) => (a < b ? -1 : 1));
    sorted.forEach(([from, to], index) => {
      expect(from < to).toBe(true);
      if (index > 0) expect(sorted[index - 1]![1] < from).toBe(true);
    });
    expect(new Set(ranges.map(([, , code]) => code))).toEqual(
      new Set(codes.filter((code) => code !== 'unclassified')),
    );
  });
});
