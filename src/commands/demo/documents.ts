import { z } from 'zod';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { addMonths, fiscalYear, type Month, parseMonth } from '#shared/month.ts';
import { examplePeople } from './example-people.ts';
import { runVerb } from './run-verb.ts';

/** One document of the demo: what it is, its draft (a report has none), its numbers, files below the home and sheets. */
export const demoDocument = z.object({
  kind: z.string(),
  draft: z.string().nullable(),
  numbers: z.array(z.string()),
  files: z.array(z.string()),
  pages: z.number(),
});
export type DemoDocument = z.infer<typeof demoDocument>;

const drafted = z.object({ id: z.string() });
const printed = z.object({
  numbers: z.array(z.string()),
  files: z.array(z.object({ file: z.string(), pages: z.number() })),
});
const reported = z.object({ reports: z.array(printed) });

/** The months of care a demo holds. */
export type Months = { readonly first: Month; readonly last: Month };

/**
 * Makes the lists and letters of the demo with the commands a society uses: drafted by the example maker, confirmed and
 * printed by the example confirmer. Letters are about the last month of care.
 */
export async function makeDocuments(home: Home, months: Months, effects: Effects): Promise<DemoDocument[]> {
  const made: DemoDocument[] = [];
  for (const [verb, name, ...options] of orders(months)) {
    const order = [name, ...options, ...byMaker(home)];
    const { id } = drafted.parse(await runVerb(verb, order, home, effects, true));
    await runVerb('confirm', [id], home, effects, true);
    const files = printed.parse(await runVerb('print', [id], home, effects, true));
    made.push(documentOf(`${verb}:${name}`, id, [files]));
  }
  return made;
}

/** Makes the employer reports of the last whole fiscal year, where there is one, from the current release. */
export async function makeEmployerReports(
  home: Home,
  months: Months,
  effects: Effects,
): Promise<DemoDocument[]> {
  const march = lastMarch(months);
  if (march === undefined) return [];
  const order = ['employer', '--period', String(fiscalYear(march)), '--all', ...byMaker(home)];
  const { reports } = reported.parse(await runVerb('report', order, home, effects, true));
  return [documentOf('report:employer', null, reports)];
}

function byMaker(home: Home): string[] {
  return ['--by', examplePeople(home)[0]!.name];
}

function documentOf(
  kind: string,
  draft: string | null,
  parts: readonly z.infer<typeof printed>[],
): DemoDocument {
  const files = parts.flatMap((part) => part.files);
  return {
    kind,
    draft,
    numbers: parts.flatMap(({ numbers }) => numbers),
    files: files.map(({ file }) => file),
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
  };
}

type Order = readonly [verb: 'list' | 'notice', name: string, ...options: string[]];

/** Lists are about the last whole fiscal year: only months later it is known who went to a doctor after a checkup. */
function orders(months: Months): Order[] {
  const march = lastMarch(months);
  const month = ['--month', months.last];
  const asOf = march === undefined ? [] : ['--as-of', `${march}-31`];
  return [
    ['notice', 'medical-cost', ...month],
    ['notice', 'generic', ...month],
    ['list', 'guidance', ...asOf],
    ['list', 'diabetes', ...asOf],
  ];
}

/** The last month of the last whole fiscal year. */
function lastMarch({ first, last }: Months): Month | undefined {
  const march = parseMonth(`${fiscalYear(addMonths(last, 1))}-03`);
  return march !== undefined && march >= addMonths(first, 11) ? march : undefined;
}
