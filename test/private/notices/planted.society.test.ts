import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openNotice } from '#private/notices/discover.ts';
import { letterRow } from '#private/notices/letters.ts';
import { countLetters, letterItems, selectItems, sumOf } from '#private/notices/select.ts';
import { openForSelection } from '#private/warehouse.ts';
import { parseMonth } from '#shared/month.ts';
import { sampleHome } from '../../fixtures/sample-home.ts';

const home = sampleHome();
const sums = z.record(z.string(), z.number());
const planted = z
  .object({
    notices: z.object({
      'medical-cost': z.object({
        asOf: z.string(),
        months: z.record(
          z.string(),
          z.object({
            items: sums,
            yen: sums,
            meal_yen: sums,
            paid_yen: sums,
            meal_paid_yen: sums,
            letters: sums,
          }),
        ),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));
const { asOf, months } = planted.notices['medical-cost'];

const notice = await openNotice('medical-cost');
const warehouse = await openForSelection(home.warehouse, home.tmp);
afterAll(() => warehouse.close());

const month = (text: string) => parseMonth(text)!;
const every = Object.keys(months);
const first = every[0]!;
const last = every.at(-1)!;

describe('the medical-cost notice of the sample society', () => {
  test.each(every)('%s: receipts, yen and letters by outcome, to the yen', async (text) => {
    const run = { from: month(text), to: month(text), asOf, per: 'household' } as const;
    const { items, amounts } = await selectItems(warehouse, notice, run);
    expect({ items, ...amounts, letters: await countLetters(warehouse) }).toEqual(months[text]);
  });

  test('all months together are the sum of the months, per household and per person', async () => {
    const total = (name: 'items' | 'yen' | 'meal_yen') =>
      Object.values(months).reduce((sum, one) => sum + sumOf(one[name]), 0);
    for (const per of ['household', 'person'] as const) {
      const found = await selectItems(warehouse, notice, { from: month(first), to: month(last), asOf, per });
      expect(found.total).toEqual({ items: total('items'), yen: total('yen'), meal_yen: total('meal_yen') });
    }
  });

  test('every notified receipt is in exactly one letter, and no letter shows a patient who may not be there', async () => {
    const run = { from: month(last), to: month(last), asOf, per: 'household' } as const;
    const { items } = await selectItems(warehouse, notice, run);
    let lines = 0;
    for await (const letter of letterItems(warehouse, notice)) {
      const row = letterRow(notice, letter);
      lines += row.lines.length;
      if (row.sheet === 'own') expect(row.others).toEqual([]);
      expect(row.lines.every((line) => Number(line['patient']) <= (row.others?.length ?? 0))).toBe(true);
    }
    expect(lines).toBe(items['notified']);
  });
});
