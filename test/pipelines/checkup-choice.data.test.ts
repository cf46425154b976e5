import { afterAll, expect, test } from 'vitest';
import { checkupRows, items as itemCodes, type Values } from './checkup-rows.ts';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
type Checkup = readonly [Values, Cells?];

/** Checkups of one person, a query about them and its rows. Each person is another one of the same society. */
type Scene = {
  readonly name: string;
  readonly checkups: readonly Checkup[];
  readonly ask: string;
  readonly expect: readonly Cells[];
};

const scenes: Scene[] = [];
const scene = (name: string, checkups: readonly Checkup[], ask: string, ...rows: readonly Cells[]) =>
  scenes.push({ name, checkups, ask, expect: rows });

const items = 'select has_required_items, missing_items from core.checkup';
const complete = { has_required_items: true, missing_items: '' };
const lacks = (missing_items: string) => ({ has_required_items: false, missing_items });
scene('a sound checkup has every required item', [[{}]], items, complete);
scene(
  'each lacking item is named',
  [[{ hdl: null, waist: null, physician: null, urineSugar: { state: 'not_performed' } }]],
  items,
  lacks('waist urine_sugar hdl physician'),
);
scene('not measurable is not measured', [[{ sbpFirst: { state: 'not_measurable' } }]], items, lacks('sbp'));
const others = {
  waist: null,
  visceralFat: 80,
  ldl: null,
  nonHdl: 120,
  fpg: null,
  hba1c: 5.2,
  tg: null,
  tgCasual: 120,
};
scene('another item of the group will do', [[{ ...others, mealTime: '3' }]], items, complete);
scene('but not triglycerides drawn just after a meal', [[{ ...others, mealTime: '4' }]], items, lacks('tg'));
scene('nor glucose', [[{ fpg: null, casualGlucose: 90, mealTime: '4' }]], items, lacks('glucose'));
scene('the waist may be left out of the slim', [[{ waist: null, bmi: 19.9 }]], items, complete);
scene('and of nobody else', [[{ waist: null, bmi: 20 }]], items, lacks('waist'));
const dry = { urineSugar: null, urineProtein: null };
scene('urine may be left out for a reason', [[{ ...dry, reason: '1' }]], items, complete);
scene('but not for another', [[{ ...dry, reason: '3' }]], items, lacks('urine_sugar urine_protein'));

scene(
  'codes of no option list are no value, and no reason to stop',
  [
    [
      {
        urineProtein: '99999',
        urineSugar: null,
        reason: '99999',
        mealTime: '9',
        guidance: '9',
        metabolic: '9',
        smoking: '9',
      },
    ],
  ],
  'select has_required_items, missing_items, delivered_guidance, smoking_status from core.checkup',
  { has_required_items: false, missing_items: 'urine_sugar', delivered_guidance: null, smoking_status: null },
);

const kept = 'select file_id from core.checkup where is_kept';
const poor = { hdl: null };
const from = (provenance: string, file_id = 17) => ({ provenance, file_id });
scene(
  'own before employer',
  [
    [poor, from('own')],
    [{}, from('employer', 18)],
  ],
  kept,
  { file_id: 17 },
);
scene(
  'employer before other insurer',
  [
    [{}, from('other-insurer')],
    [poor, from('employer', 18)],
  ],
  kept,
  {
    file_id: 18,
  },
);
scene(
  'other insurer before paper',
  [
    [poor, from('other-insurer')],
    [{}, from('paper', 18)],
  ],
  kept,
  { file_id: 17 },
);
const empty: Values = Object.fromEntries(Object.keys(itemCodes).map((item) => [item, null]));
scene(
  'what has no required item comes last',
  [
    [empty, from('own')],
    [{}, from('paper', 18)],
  ],
  kept,
  { file_id: 18 },
);
scene(
  'the one with more required items',
  [
    [{}, from('own')],
    [poor, from('own', 18)],
  ],
  kept,
  { file_id: 17 },
);
scene(
  'else the later file',
  [
    [{}, from('own')],
    [{}, from('own', 18)],
  ],
  kept,
  { file_id: 18 },
);
scene(
  'another day is no duplicate',
  [[{}], [{}, { examined_on: '2025-06-02' }]],
  'select count(*) as kept from core.checkup where is_kept',
  { kept: 2 },
);
const deleted = { file_id: 18, report_code: '19', institution: '1310000001' };
const sent = { ...from('own'), institution: '1310000001', report_code: '10' };
scene(
  'a deletion takes back what came before it',
  [
    [{}, sent],
    [{}, deleted],
  ],
  kept,
);
scene(
  'not what came after it',
  [
    [{}, { ...sent, file_id: 18 }],
    [{}, { ...deleted, file_id: 17 }],
  ],
  kept,
  { file_id: 18 },
);
scene(
  'nor another day',
  [
    [{}, { ...sent, examined_on: '2025-06-02' }],
    [{}, deleted],
  ],
  kept,
  { file_id: 17 },
);
scene(
  'nor what another institution sent',
  [
    [{}, { ...sent, institution: '1310000002' }],
    [{}, deleted],
  ],
  kept,
  {
    file_id: 17,
  },
);
scene('without cover nothing is kept', [[{}, { examined_on: '2019-06-01' }]], kept);
scene(
  'a file that nobody confirmed has no effect',
  [
    [{}, { file_id: 19 }],
    [{}, { examined_on: '2025-07-01' }],
  ],
  'select file_id from core.checkup',
  { file_id: 7 },
);

const year = 'select examined_on, fiscal_year, age, has_required_items from core.checkup_year';
const first = { examined_on: '2025-04-01', fiscal_year: 2025, age: 45, has_required_items: true };
const last = { ...first, examined_on: '2026-03-31' };
scene(
  'of a year the complete checkup counts',
  [
    [poor, { examined_on: '2025-04-01' }],
    [{}, { examined_on: '2026-03-31' }],
  ],
  year,
  last,
);
scene(
  'else the earliest',
  [
    [{}, { examined_on: '2025-04-01' }],
    [{}, { examined_on: '2026-03-31' }],
  ],
  year,
  first,
);
scene(
  'the earliest of incomplete ones',
  [
    [poor, { examined_on: '2025-04-01' }],
    [poor, { examined_on: '2026-03-31' }],
  ],
  year,
  {
    ...first,
    has_required_items: false,
  },
);
scene(
  'the year ends on 31 March',
  [
    [{}, { examined_on: '2026-03-31' }],
    [{}, { examined_on: '2026-04-01' }],
  ],
  year,
  last,
  {
    examined_on: '2026-04-01',
    fiscal_year: 2026,
    age: 46,
    has_required_items: true,
  },
);

const smoking = 'select smoking_status from core.checkup';
const smokes = (choice: string, choice_system: string): Checkup => [{ smoking: { choice, choice_system } }];
scene('smoked before, by the list of three answers', [smokes('2', '24060')], smoking, {
  smoking_status: 'former',
});
scene('does not smoke, by the list of two', [smokes('2', '2003')], smoking, { smoking_status: 'no' });
scene('smokes, by the list of two', [smokes('1', '2003')], smoking, { smoking_status: 'current' });
scene('no list, last day of the third period', [[{ smoking: '2' }, { examined_on: '2024-03-31' }]], smoking, {
  smoking_status: 'no',
});
scene('no list, first day of the fourth', [[{ smoking: '2' }, { examined_on: '2024-04-01' }]], smoking, {
  smoking_status: 'former',
});
scene('no answer', [[{ smoking: null }]], smoking, { smoking_status: null });

for (const [choice, choice_system, drinking_status] of [
  ['1', '24040', 'daily'],
  ['2', '24040', 'sometimes'],
  ['6', '24040', 'sometimes'],
  ['7', '24040', 'rarely'],
  ['8', '24040', 'rarely'],
  ['1', '2005', 'daily'],
  ['2', '2005', 'sometimes'],
  ['3', '2005', 'rarely'],
  ['4', '2005', null],
  ['9', '24040', null],
] as const)
  scene(
    `drinking ${choice} of list ${choice_system}`,
    [[{ drinkingFrequency: { choice, choice_system } }]],
    'select drinking_status from core.checkup',
    { drinking_status },
  );

const egfr = 'select egfr, egfr_computed from core.checkup';
scene('eGFR of a man of 50 with 0.8 mg/dL', [[{ creatinine: 0.8 }, { age_on_day: 50 }]], egfr, {
  egfr: null,
  egfr_computed: 80.6,
});
scene('the formula is for adults', [[{ creatinine: 0.8, egfr: 77 }, { age_on_day: 17 }]], egfr, {
  egfr: 77,
  egfr_computed: null,
});
scene('no creatinine below zero', [[{ creatinine: 0 }]], egfr, { egfr: null, egfr_computed: null });

const mismatches = 'select kind, delivered, computed, reasons from core.level_mismatch';
scene(
  'both levels differ',
  [[{ guidance: '1', metabolic: '1' }]],
  mismatches,
  { kind: 'guidance', delivered: 'intensive', computed: 'information', reasons: 'lean' },
  { kind: 'metabolic', delivered: 'present', computed: 'absent', reasons: 'lean no_risk' },
);
scene(
  'on medicine no guidance is due, and none was said',
  [[{ medicationBp: '1', waist: 90, sbpFirst: 150, guidance: '3', metabolic: '2' }]],
  mismatches,
);
scene('called undecidable though it is not', [[{ waist: 90, guidance: null, metabolic: '4' }]], mismatches, {
  kind: 'metabolic',
  delivered: 'undecidable',
  computed: 'absent',
  reasons: 'waist_male no_risk',
});

const said = "select item, judgement from core.checkup_judgement where judgement <> 'within'";
scene(
  'items are judged by the rules',
  [[{ waist: 85, sbpFirst: 140, fpg: 100, urineProtein: '3', hemoglobin: 13, creatinine: 1.5 }]],
  said,
  { item: 'egfr', judgement: 'referral' },
  { item: 'fpg', judgement: 'guidance' },
  { item: 'hemoglobin', judgement: 'guidance' },
  { item: 'sbp', judgement: 'referral' },
  { item: 'urine-protein', judgement: 'referral' },
  { item: 'waist', judgement: 'guidance' },
);
scene(
  'within the limits there is a row for every item with a value, and for no other',
  [[{ waist: null }]],
  'select count(*) as items from core.checkup_judgement',
  { items: 11 },
);
const casual = { tg: null, tgCasual: 175, fpg: null, casualGlucose: 126 };
scene(
  'casual values some hours after a meal',
  [[{ ...casual, mealTime: '3' }]],
  said,
  { item: 'casual-glucose', judgement: 'referral' },
  { item: 'tg', judgement: 'guidance' },
);
scene('casual values just after a meal are none', [[{ ...casual, mealTime: '4' }]], said);
scene(
  'no limit for casual triglycerides in the third period',
  [[{ ...casual, mealTime: '3' }, { examined_on: '2024-03-31' }]],
  said,
  {
    item: 'casual-glucose',
    judgement: 'referral',
  },
);
scene('HDL 34 on the last day of the third period', [[{ hdl: 34 }, { examined_on: '2024-03-31' }]], said, {
  item: 'hdl',
  judgement: 'referral',
});
scene('and on the first of the fourth', [[{ hdl: 34 }, { examined_on: '2024-04-01' }]], said, {
  item: 'hdl',
  judgement: 'guidance',
});

const people = scenes.map((_, index) => index + 1);
const rows = scenes.flatMap(({ checkups }, index) =>
  checkups.map(([values, cells = {}]) => checkupRows(values, { key_base: `base-${index + 1}`, ...cells })),
);
const files = Map.groupBy(rows, ({ checkup }) => Number(checkup['file_id']));
const { warehouse, report } = await builtFrom({
  file: [
    ledgerFile(),
    ...[...files].map(([file_id, of]) => ({ file_id, kind: 'checkup', records: of.length })),
  ],
  eligibility: people.map((person_id) =>
    span({ person_id, household_id: person_id, age_month: '1980-05-01' }),
  ),
  person_link: people.map((person_id) => link(`base-${person_id}`, person_id)),
  receipt: deliveries('2023-04', 36),
  checkup: rows.map(({ checkup }) => checkup),
  checkup_result: rows.flatMap(({ results }) => results),
  batch_confirmation: [7, 17, 18].map((file_id) => ({ file_id })),
});
afterAll(() => warehouse.close());

test('all checks pass', () => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
});

test.each(scenes.map((one, index) => [one.name, index + 1, one] as const))('%s', async (_, person, one) => {
  const ask = one.ask.replace(/ from (\S+)/, ' from (select * from $1 where person_id = $person) as one');
  expect(await warehouse.rows(`${ask} order by all`, { person })).toEqual(one.expect);
});

test('a checkup before the first parameters is kept and not judged', async () => {
  const early = checkupRows({}, { examined_on: '2018-03-31' });
  const old = await builtFrom({
    file: [ledgerFile(), { file_id: 7, kind: 'checkup', records: 1 }],
    eligibility: [span({ gained_on: '2010-04-01' })],
    person_link: [link('base-1', 1)],
    checkup: [early.checkup],
    checkup_result: early.results,
  });
  const found = await old.warehouse.rows('select guidance_level, sbp, unit from core.checkup_year');
  old.warehouse.close();
  expect(found).toEqual([{ guidance_level: null, sbp: 120, unit: null }]);
  expect(old.report.checks.filter((check) => !check.ok)).toEqual([]);
});
