import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

/** Small raw rows of guidance and checkups with sensible defaults for tests of core. */
type Cells = Readonly<Record<string, unknown>>;

export type Item = readonly [code: string, value: number | string];

/** What one document tells: event, its supports and its items. */
export type Told = Cells & {
  readonly supports?: readonly Cells[];
  readonly items?: readonly Item[];
};

export const first = (held_on: string, cells: Cells = {}) => ({
  kind: 'first',
  section: '90030',
  held_on,
  form_code: '1',
  minutes: 30,
  ...cells,
});
export const continued = (held_on: string, form_code: string, minutes?: number, points?: number) => ({
  kind: 'continued',
  section: '90040',
  held_on,
  form_code,
  ...(minutes === undefined ? {} : { minutes }),
  ...(points === undefined ? {} : { points }),
});
export const final = (held_on: string) => ({ kind: 'final', section: '90060', held_on, form_code: '1' });

/** Values of the final evaluation. */
export const values = (waist: number, weight: number): readonly Item[] => [
  ['1042001031', waist],
  ['1042001032', weight],
];

const codes = {
  waist: '9N016160100000001',
  waist_told: '9N016160300000001',
  weight: '9N006000000000001',
  bmi: '9N011000000000001',
  sbp: '9A751000000000001',
  dbp: '9A761000000000001',
  fpg: '3D010000001926101',
  fpg_other: '3D010000002227101',
  hba1c: '3D046000001906202',
  tg: '3F015000002327101',
  tg_casual: '3F015129902327101',
  hdl: '3F070000002327101',
  ldl: '3F077000002327101',
  creatinine: '3C015000002327101',
  creatinine_other: '3C015000002399901',
  egfr: '8A065000002391901',
} as const;

const choices = {
  medication_bp: '9N701000000000011',
  medication_glucose: '9N706000000000011',
  medication_lipid: '9N711000000000011',
  smoking: '9N736000000000011',
} as const;

const itemCodes = new Map<string, string>(Object.entries({ ...codes, ...choices }));

export type Measured = Readonly<
  Partial<Record<keyof typeof codes, number> & Record<keyof typeof choices, string>>
>;

export const without = (values: Measured, ...names: readonly (keyof Measured)[]): Measured =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.some((one) => one === name)));

/** Sound but for what is told; on no medicine. */
export const sound: Measured = {
  waist: 80,
  weight: 70,
  bmi: 23,
  sbp: 120,
  dbp: 75,
  fpg: 90,
  hba1c: 5.2,
  tg: 100,
  hdl: 60,
  ldl: 100,
  medication_bp: '2',
  medication_glucose: '2',
  medication_lipid: '2',
  smoking: '3',
};

/** 積極的支援: a wide waist, high glucose and pressure. */
export const intensive: Measured = { ...sound, waist: 95, weight: 85, bmi: 27, sbp: 135, fpg: 105 };

export type Examined = readonly [day: string, values: Measured];

/** One person of a test: what came in about him, and his cover. */
export type Person = {
  readonly checkups?: readonly Examined[];
  readonly documents?: readonly Told[];
  readonly cover?: Cells;
};

/** Raw rows of persons 1, 2, 3 … (examined on 1 May 2025, intensive, unless told otherwise), in one file of each kind. */
export function rowsOfPersons(persons: readonly Person[]) {
  const rows = {
    eligibility: [] as Cells[],
    person_link: [] as Cells[],
    checkup: [] as Cells[],
    checkup_result: [] as Cells[],
    guidance: [] as Cells[],
    guidance_support: [] as Cells[],
    guidance_result: [] as Cells[],
  };
  persons.forEach(({ checkups = [['2025-05-01', intensive]], documents = [], cover = {} }, index) => {
    const key_base = `base-${index + 1}`;
    rows.eligibility.push(span({ person_id: index + 1, household_id: index + 1, ...cover }));
    rows.person_link.push(link(key_base, index + 1));
    for (const [day, measured] of checkups) addCheckup(rows, key_base, day, measured);
    for (const told of documents) addDocument(rows, key_base, told);
  });
  const records = (file_id: number) => rows.guidance.filter((row) => row['file_id'] === file_id).length;
  const file = [
    ledgerFile(),
    { file_id: 6, kind: 'checkup', records: rows.checkup.length },
    { file_id: 7, kind: 'checkup', records: records(7) },
    { file_id: 9, kind: 'checkup', records: records(9) },
  ];
  return { ...rows, file, receipt: deliveries('2024-04', 24) };
}

type Rows = { readonly [table: string]: Cells[] };

function addCheckup(rows: Rows, key_base: string, examined_on: string, measured: Measured): void {
  const key = { file_id: 6, checkup_seq: rows['checkup']!.length + 1 };
  rows['checkup']!.push({ ...key, key_base, examined_on, age_on_day: 45, records: 1, provenance: 'own' });
  for (const [name, value] of Object.entries(measured)) {
    const item_code = itemCodes.get(name);
    const cell = typeof value === 'number' ? { number: value } : { choice: value };
    rows['checkup_result']!.push({ ...key, item_code, state: 'measured', ...cell });
  }
}

function addDocument(rows: Rows, key_base: string, { supports = [], items = [], ...cells }: Told): void {
  const key = { file_id: cells['file_id'] ?? 7, guidance_seq: rows['guidance']!.length + 1 };
  const usual = {
    institution: '1320000001',
    key_base,
    level_code: '1',
    examined_on: '2025-05-01',
    records: 1,
  };
  rows['guidance']!.push({ ...usual, ...cells, ...key });
  supports.forEach((support, place) => {
    rows['guidance_support']!.push({ support_seq: place + 1, ...support, ...key });
  });
  items.forEach(([item_code, value], place) => {
    const told = typeof value === 'number' ? { number: value } : { choice: value };
    rows['guidance_result']!.push({ ...key, item_code, state: 'measured', position: place + 1, ...told });
  });
}
