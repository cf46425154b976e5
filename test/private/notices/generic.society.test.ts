import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openNotice } from '#private/notices/discover.ts';
import { letterRow } from '#private/notices/letters.ts';
import { countLetters, letterItems, selectItems } from '#private/notices/select.ts';
import { openForSelection } from '#private/warehouse.ts';
import { parseMonth } from '#shared/month.ts';
import { sampleHome } from '../../fixtures/sample-home.ts';

const home = sampleHome();
const sums = z.record(z.string(), z.number());
const month = z.object({ items: sums, yen: sums, paid_yen: sums, saving_yen: sums, letters: z.number() });
const planted = z
  .object({
    notices: z.object({ generic: z.object({ asOf: z.string(), months: z.record(z.string(), month) }) }),
  })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));
const { asOf, months } = planted.notices.generic;

const notice = await openNotice('generic');
const warehouse = await openForSelection(home.warehouse, home.tmp);
afterAll(() => warehouse.close());

const every = Object.keys(months);
const runOf = (from: string, to = from) => ({
  from: parseMonth(from)!,
  to: parseMonth(to)!,
  asOf,
  per: 'person' as const,
});

describe('the notice of the saving by generics of the sample society', () => {
  test.each(every)('%s: drugs, yen, saving and letters by outcome, to the yen', async (text) => {
    const { items, amounts } = await selectItems(warehouse, notice, runOf(text));
    const { own = 0 } = await countLetters(warehouse);
    expect({ items, ...amounts, letters: own }).toEqual(months[text]);
  });

  test('the sample has a surcharge by each share of the gap that its months know, and none before', async () => {
    const surcharges = async (text: string) => {
      await selectItems(warehouse, notice, runOf(text));
      const [row] = await warehouse.rows('select count(*) as rows from notice_item where has_surcharge');
      return Number(row?.['rows']);
    };
    expect(await surcharges('2024-09')).toBe(0);
    expect(await surcharges('2024-10')).toBeGreaterThan(0);
  });

  test('of several months a person gets one: the one with the largest saving', async () => {
    const [first, last] = [every.at(-3)!, every.at(-1)!];
    await selectItems(warehouse, notice, runOf(first, last));
    const persons = new Map<unknown, Set<unknown>>();
    for await (const letter of letterItems(warehouse, notice)) {
      const { lines, person } = letterRow(notice, letter);
      persons.set(person, new Set(lines.map((line) => line['month'])));
    }
    expect(persons.size).toBeGreaterThan(0);
    expect([...persons.values()].every((found) => found.size === 1)).toBe(true);
    const [row] = await warehouse.rows(
      `select count(*) as rows from (
         select patient, month, sum(saving_yen) as saving, max(if(outcome = 'notified', 1, 0)) as chosen
         from notice_item where outcome in ('notified', 'other-month') group by patient, month
         qualify saving > max(saving) filter (chosen = 1) over (partition by patient)
       )`,
    );
    expect(row).toEqual({ rows: 0 });
  });
});
