import { afterAll, expect, test } from 'vitest';
import { checkupRows } from './checkup-rows.ts';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
/** Spans of one person, exclusions and days of checkups, and what the table of targets says of fiscal 2025. */
type Scene = {
  readonly name: string;
  readonly spans: readonly Cells[];
  readonly exclusions?: readonly Cells[];
  readonly examined?: readonly string[];
  readonly expect: Cells | undefined;
};

const scenes: Scene[] = [];
const scene = (
  name: string,
  spans: readonly Cells[],
  expected: Cells | undefined,
  more: Partial<Scene> = {},
) => scenes.push({ name, spans, expect: expected, ...more });

const counted = { target_level: 'denominator', is_target: true, in_denominator: true, whole_year: true };
const left = { target_level: 'target', is_target: true, in_denominator: false, whole_year: false };
const joined = { target_level: 'outside', is_target: false, in_denominator: false, whole_year: false };

/** `age_month` is the month in which a year of age is completed: of somebody born on 1 April March. */
scene('born on 1 April 1986 turns 40 on 31 March', [{ age_month: '1986-03-01' }], { ...counted, age: 40 });
scene('born on 2 April 1986 is 39 at the end of the year', [{ age_month: '1986-04-01' }], undefined);
scene('born on 31 March 1951: 75 on the last day but one', [{ age_month: '1951-03-01' }], {
  target_level: 'target',
  is_target: true,
  in_denominator: false,
  whole_year: true,
  age: 75,
});
scene('born on 2 April 1951 is 74 all year', [{ age_month: '1951-04-01' }], { ...counted, age: 74 });
scene('born in March 1950', [{ age_month: '1950-03-01' }], undefined);

scene('gained on 1 April', [{ gained_on: '2025-04-01' }], counted);
scene('gained on 2 April', [{ gained_on: '2025-04-02' }], joined);
scene('lost on 1 April of the next year', [{ lost_on: '2026-04-01' }], counted);
scene('lost on 31 March', [{ lost_on: '2026-03-31' }], left);
scene('lost on the first day of the year', [{ lost_on: '2025-04-01' }], undefined);
scene('lost on its second day', [{ lost_on: '2025-04-02' }], left);
scene(
  'two employers without a gap',
  [{ lost_on: '2025-10-01' }, { gained_on: '2025-10-01', employer_code: 'E02' }],
  counted,
);
scene('a gap of one day', [{ lost_on: '2025-10-01' }, { gained_on: '2025-10-02' }], left);
scene(
  'a long span beside a short one within it',
  [{}, { gained_on: '2025-06-01', lost_on: '2025-07-01' }],
  counted,
);
scene(
  'a gap that a longer span covers',
  [{ lost_on: '2025-06-01' }, { gained_on: '2024-01-01' }, { gained_on: '2025-08-01' }],
  counted,
);

const excluded = (exclusion: string) => ({
  target_level: 'excluded',
  exclusion,
  is_target: false,
  in_denominator: false,
});
const reason = (why: string, from_on: string, to_on: string | null = null) => ({
  reason: why,
  from_on,
  to_on,
});
scene('pregnant in the year', [{}], excluded('pregnancy'), {
  exclusions: [reason('pregnancy', '2025-10-01', '2025-12-31')],
});
scene('until the first day of the year', [{}], excluded('hospital'), {
  exclusions: [reason('hospital', '2024-09-01', '2025-04-01')],
});
scene(
  'until the day before it',
  [{}],
  { ...counted, exclusion: null },
  {
    exclusions: [reason('hospital', '2024-09-01', '2025-03-31')],
  },
);
scene('from the last day of the year', [{}], excluded('prison'), {
  exclusions: [reason('prison', '2026-03-31')],
});
scene('from the day after it', [{}], counted, { exclusions: [reason('prison', '2026-04-01')] });
scene('two reasons: the first of the list', [{}], excluded('pregnancy'), {
  exclusions: [reason('other', '2025-04-01'), reason('pregnancy', '2025-08-01')],
});

const rated = { examined: true, has_required_items: true, in_numerator: true, is_assessed: true };
scene('examined with every item', [{}], { ...counted, ...rated }, { examined: ['2025-06-01'] });
scene('not examined', [{}], { ...counted, examined: false, in_numerator: false, is_assessed: false });
scene('examined the year before', [{}], { ...counted, examined: false }, { examined: ['2025-03-31'] });
scene(
  'examined, then left',
  [{ lost_on: '2026-01-01' }],
  { ...left, examined: true, in_numerator: false, is_assessed: false },
  {
    examined: ['2025-06-01'],
  },
);

const people = scenes.map((_, index) => index + 1);
const spans = scenes.flatMap((one, index) =>
  one.spans.map((cells) =>
    span({ person_id: index + 1, household_id: index + 1, age_month: '1975-06-01', ...cells }),
  ),
);
const checkups = scenes.flatMap(({ examined = [] }, index) =>
  examined.map((examined_on) => checkupRows({}, { key_base: `base-${index + 1}`, examined_on })),
);
const incomplete = checkupRows({ ldl: null }, { key_base: 'base-900' });
const undecided = checkupRows({ ldl: null, waist: null, bmi: null, height: null }, { key_base: 'base-901' });
const { warehouse, report } = await builtFrom({
  file: [
    ledgerFile(),
    { file_id: 7, kind: 'checkup', records: checkups.length + 2 },
    { file_id: 3, kind: 'checkup-exclusion', as_of: '2026-10-31' },
    { file_id: 2, kind: 'checkup-exclusion', as_of: '2026-09-30' },
  ],
  eligibility: [
    ...spans,
    ...[900, 901].map((person_id) => span({ person_id, household_id: person_id, age_month: '1975-06-01' })),
  ],
  person_link: [...people, 900, 901].map((person_id) => link(`base-${person_id}`, person_id)),
  receipt: deliveries('2024-04', 24),
  checkup: [...checkups, incomplete, undecided].map(({ checkup }) => checkup),
  checkup_result: [...checkups, incomplete, undecided].flatMap(({ results }) => results),
  checkup_exclusion: [
    ...scenes.flatMap(({ exclusions = [] }, index) =>
      exclusions.map((cells, row) => ({ file_id: 3, row: index * 10 + row, person_id: index + 1, ...cells })),
    ),
    { file_id: 2, row: 1, person_id: 1, ...reason('prison', '2025-04-01') },
  ],
});
afterAll(() => warehouse.close());

test('all checks pass', () => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
});

test.each(scenes.map((one, index) => [one.name, index + 1, one] as const))('%s', async (_, person, one) => {
  const [row] = await warehouse.rows(
    'select * from core.checkup_target where fiscal_year = 2025 and person_id = $person',
    { person },
  );
  if (one.expect === undefined) expect(row).toBeUndefined();
  else expect(row).toMatchObject(one.expect);
});

test('who lacks an item is assessed where the levels can be told', async () => {
  const rows = await warehouse.rows(
    'select in_numerator, is_assessed from core.checkup_target where fiscal_year = 2025 and person_id >= 900 order by person_id',
  );
  expect(rows).toEqual([
    { in_numerator: false, is_assessed: true },
    { in_numerator: false, is_assessed: false },
  ]);
});

test('each person has one row a year', async () => {
  const rows = await warehouse.rows(
    'select fiscal_year, count(*) - count(distinct person_id) as twice from core.checkup_target group by 1 order by 1',
  );
  expect(rows).toEqual([
    { fiscal_year: 2024, twice: 0 },
    { fiscal_year: 2025, twice: 0 },
  ]);
});
