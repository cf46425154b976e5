import { z } from 'zod';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { addMonths, fiscalYear, type Month } from '#shared/month.ts';
import { examplePeople } from './example-people.ts';
import { runVerb } from './run-verb.ts';

/** One document of the demo: what it is, its draft, its numbers, its files below the home, and its sheets. */
export const demoDocument = z.object({
  kind: z.string(),
  draft: z.string(),
  numbers: z.array(z.string()),
  files: z.array(z.string()),
  pages: z.number(),
});
export type DemoDocument = z.infer<typeof demoDocument>;

const drafted = z.object({ id: z.string() });
const printed = z.object({
  numbers: z.array(z.string()),
  files: z.array(z.object({ file: z.string() })),
  pages: z.number(),
});

/**
 * Makes the lists and letters of the demo with the commands a society uses: drafted by the example maker, confirmed and
 * printed by the example confirmer. Letters are about the last month of care.
 */
export async function makeDocuments(
  home: Home,
  months: { readonly first: Month; readonly last: Month },
  effects: Effects,
): Promise<DemoDocument[]> {
  const made: DemoDocument[] = [];
  for (const [verb, name, ...options] of orders(months)) {
    const by = ['--by', examplePeople(home)[0]!.name];
    const { id } = drafted.parse(await runVerb(verb, [name, ...options, ...by], home, effects));
    await runVerb('confirm', [id], home, effects);
    const { numbers, files, pages } = printed.parse(await runVerb('print', [id], home, effects));
    made.push({ kind: `${verb}:${name}`, draft: id, numbers, files: files.map(({ file }) => file), pages });
  }
  return made;
}

type Order = readonly [verb: 'list' | 'notice', name: string, ...options: string[]];

function orders({ first, last }: { readonly first: Month; readonly last: Month }): Order[] {
  const month = ['--month', last];
  return [
    ['notice', 'medical-cost', ...month],
    ['notice', 'generic', ...month],
    ['list', 'guidance'],
    ['list', 'diabetes', ...endOfYear(first, last)],
  ];
}

/** The end of the last whole fiscal year: only then it is known who went to a doctor after a checkup. */
function endOfYear(first: Month, last: Month): string[] {
  const march = `${fiscalYear(addMonths(last, 1))}-03` as Month;
  return march >= first ? ['--as-of', `${march}-31`] : [];
}
