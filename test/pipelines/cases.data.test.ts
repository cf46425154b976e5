import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { discoverAnalyses } from '#shared/analyses.ts';
import type { AnalysisCase } from '#shared/define.ts';
import { cellValue, wantedMeasures } from './cells.ts';
import { builtFrom, insertRows } from './fixture.ts';

const analyses = await discoverAnalyses();
const { warehouse } = await builtFrom({});
afterAll(() => warehouse.close());

for (const { name, contract, directory, modelPath } of analyses) {
  const module: { default: readonly AnalysisCase[] } = await import(
    pathToFileURL(join(directory, 'cases.ts')).href
  );
  const model = `(${readFileSync(modelPath, 'utf8')})`;
  describe(name, () => {
    test('has cases that expect something', () => {
      expect(module.default.length).toBeGreaterThan(0);
      for (const { expect: rows } of module.default)
        expect(rows.flatMap((row) => wantedMeasures(contract, row)).length).toBeGreaterThan(0);
    });
    for (const { name: title, given, expect: rows } of module.default) {
      test(title, async () => {
        await warehouse.run('begin transaction');
        try {
          for (const [table, some] of Object.entries(given)) await insertRows(warehouse, table, some);
          for (const row of rows) {
            const counted: Record<string, unknown> = { ...row };
            for (const measure of wantedMeasures(contract, row))
              counted[measure] = await cellValue(warehouse, model, contract, row, measure);
            expect(counted).toEqual(row);
          }
        } finally {
          await warehouse.run('rollback');
        }
      });
    }
  });
}
