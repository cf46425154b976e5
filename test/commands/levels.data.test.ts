import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { checkupRows } from '../pipelines/checkup-rows.ts';
import { insertRows, settings } from '../pipelines/fixture.ts';
import { ledgerFile, link, span } from '../pipelines/raw-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-levels-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = homeOf(folder);
writeFileSync(home.settings, '[society]\nname = "試験組合"\ninsurer_number = "06999991"\n');
mkdirSync(home.tmp, { recursive: true });

test('before anything came in it says what to do', () => {
  const { code, err } = kenpo('levels', '--home', folder);
  expect(code).toBe(13);
  expect(err).toContain('kenpo ingest');
});

test.each(['25', '2025-04', 'last'])('%s is no fiscal year', (year) => {
  const { code, err } = kenpo('levels', '--home', folder, '--year', year);
  expect(code).toBe(2);
  expect(err).toContain('--year 2025');
});

describe('with checkups of two institutions and two years', () => {
  beforeAll(async () => {
    const of = (person: number, cells: object) => ({
      key_base: `base-${person}`,
      institution: '1310000001',
      ...cells,
    });
    const wide = { waist: 90, sbpFirst: 150, fpg: 130 };
    const checkups = [
      checkupRows({ ...wide, guidance: '2', metabolic: '1' }, of(1, {})),
      checkupRows({ ...wide, guidance: '1', metabolic: '1' }, of(2, {})),
      checkupRows({ guidance: null, metabolic: '3' }, of(3, {})),
      checkupRows({ guidance: '4', metabolic: null }, of(4, { institution: null })),
      checkupRows({ guidance: '1' }, of(5, { examined_on: '2024-06-01' })),
    ];
    const people = [1, 2, 3, 4, 5];
    const warehouse = await openForBuild(home.warehouse);
    await ensureRawTables(warehouse);
    await insertRows(warehouse, 'raw.file', [ledgerFile()]);
    await insertRows(
      warehouse,
      'raw.eligibility',
      people.map((person_id) => span({ person_id, household_id: person_id })),
    );
    await insertRows(
      warehouse,
      'raw.person_link',
      people.map((person_id) => link(`base-${person_id}`, person_id)),
    );
    await insertRows(
      warehouse,
      'raw.checkup',
      checkups.map(({ checkup }) => checkup),
    );
    await insertRows(
      warehouse,
      'raw.checkup_result',
      checkups.flatMap(({ results }) => results),
    );
    await insertRows(warehouse, 'raw.batch_confirmation', [{ file_id: 7 }]);
    await buildWarehouse(warehouse, settings, silentEffects());
    warehouse.close();
  });

  test('the newest year by institution, most mismatches first', () => {
    const { code, out } = kenpo('levels', '--home', folder, '--json');
    expect(code).toBe(0);
    const pair = (delivered: string, computed: string) => ({ delivered, computed, checkups: 1 });
    const { institutions, ...rest } = JSON.parse(out);
    expect(rest).toEqual({ fiscalYear: 2025, missing: { guidance: 1, metabolic: 1 } });
    expect(institutions).toHaveLength(3);
    expect(institutions).toEqual(
      expect.arrayContaining([
        {
          kind: 'guidance',
          institution: '1310000001',
          delivered: 2,
          mismatched: 1,
          pairs: [pair('intensive', 'intensive'), pair('motivational', 'intensive')],
        },
        {
          kind: 'guidance',
          institution: null,
          delivered: 1,
          mismatched: 1,
          pairs: [pair('undecidable', 'information')],
        },
      ]),
    );
    expect(institutions.at(-1)).toMatchObject({ kind: 'metabolic', delivered: 3, mismatched: 0 });
  });

  test('in words, also of another year', () => {
    const newest = kenpo('levels', '--home', folder).out;
    expect(newest).toContain('2025年度');
    expect(newest).toMatch(/1310000001 +2 +1 +1/);
    expect(newest).toContain('動機付け支援 → 積極的支援  1 件');
    expect(newest).toContain('（番号なし）');
    const earlier = kenpo('levels', '--home', folder, '--year', '2024', '--lang', 'en').out;
    expect(earlier).toContain('fiscal 2024');
    expect(earlier).toContain('intensive → information  1');
    expect(kenpo('levels', '--home', folder, '--year', '2020').out).toContain(
      '判定が付いてきた結果はありません',
    );
  });
});
