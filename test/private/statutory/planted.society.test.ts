import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { statutoryMeasures } from '#private/statutory/pipelines.ts';
import { surveyReport } from '#private/statutory/survey.ts';
import { openForSelection } from '#private/warehouse.ts';
import { sampleHome } from '../../fixtures/sample-home.ts';

const home = sampleHome();
const { statutory, insurerNumber } = z
  .object({
    insurerNumber: z.string(),
    statutory: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
  })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

/** Measures by sex and band as the report counts them, nobody left out. */
async function counted(year: number): Promise<Record<string, Record<string, number>>> {
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  try {
    const order = { year, insurer: insurerNumber, asOf: '2026-10-01', receiver: undefined };
    const { figures } = await surveyReport(warehouse, order);
    const cells = figures.filter(({ sex, band }) => sex !== 'both' && band !== 'total');
    const some = cells.map(({ sex, band, counts }) => {
      const persons = Object.entries(counts).filter(([, count]) => count > 0);
      return [`${sex} ${band}`, Object.fromEntries(persons)] as const;
    });
    return Object.fromEntries(some.filter(([, counts]) => Object.keys(counts).length > 0));
  } finally {
    warehouse.close();
  }
}

describe('the report to the State of the sample society', () => {
  test.each(Object.keys(statutory))('fiscal %s is what was planted', async (year) => {
    expect(await counted(Number(year))).toEqual(statutory[year]);
  });

  test('every measure was planted at least once', () => {
    const planted = new Set(
      Object.values(statutory).flatMap((cells) =>
        Object.values(cells).flatMap((counts) => Object.keys(counts)),
      ),
    );
    expect(statutoryMeasures().flatMap(({ code }) => (planted.has(code) ? [] : [code]))).toEqual([]);
  });
});
