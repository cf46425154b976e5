import type { RawRows } from '../../pipelines/fixture.ts';
import { deliveries, ledgerFile, link, span } from '../../pipelines/raw-rows.ts';

/** A number, or a choice and its list, or a text, or a state; undefined leaves the item out. */
export type Given =
  | number
  | readonly [choice: string, list: string]
  | string
  | Readonly<Record<string, unknown>>
  | undefined;

export const items = {
  height: '9N001000000000001',
  weight: '9N006000000000001',
  bmi: '9N011000000000001',
  waist: '9N016160100000001',
  history: '9N056000000000011',
  subjective: '9N061000000000011',
  objective: '9N066000000000011',
  systolic: '9A751000000000001',
  diastolic: '9A761000000000001',
  mealTime: '9N141000000000011',
  triglyceride: '3F015000002327101',
  hdl: '3F070000002327101',
  ldl: '3F077000002327101',
  ast: '3B035000002327201',
  alt: '3B045000002327201',
  ggt: '3B090000002327101',
  fpg: '3D010000001926101',
  urineSugar: '1A020000000191111',
  urineProtein: '1A010000000191111',
  metabolic: '9N501000000000011',
  guidance: '9N506000000000011',
  physician: '9N511000000000049',
  onPressure: '9N701000000000011',
  onGlucose: '9N706000000000011',
  onLipid: '9N711000000000011',
  smoking: '9N736000000000011',
} as const;

export type ItemName = keyof typeof items;

/** A man without any finding, with every required item. */
const healthy: Readonly<Record<ItemName, Given>> = {
  height: 170,
  weight: 63.6,
  bmi: 22,
  waist: 80,
  history: ['2', '2001'],
  subjective: ['2', '2001'],
  objective: ['2', '2001'],
  systolic: 118,
  diastolic: 74,
  mealTime: ['2', '2202'],
  triglyceride: 100,
  hdl: 60,
  ldl: 110,
  ast: 20,
  alt: 21,
  ggt: 30,
  fpg: 90,
  urineSugar: ['1', '2102'],
  urineProtein: ['1', '2102'],
  metabolic: ['3', '1008'],
  guidance: ['3', '3001'],
  physician: '異常なし',
  onPressure: ['2', '2003'],
  onGlucose: ['2', '2003'],
  onLipid: ['2', '2003'],
  smoking: ['3', '24060'],
};

/** What makes the healthy man a target: 積極的支援 and メタボリックシンドローム該当, as delivered too. */
export const intensive: Partial<Record<ItemName, Given>> = {
  waist: 90,
  triglyceride: 160,
  systolic: 132,
  metabolic: ['1', '1008'],
  guidance: ['1', '3001'],
};

export type Checkup = {
  readonly person: number;
  readonly day: string;
  readonly given?: Partial<Record<ItemName, Given>>;
  /** Cells of the checkup itself. */
  readonly cells?: Readonly<Record<string, unknown>>;
  /** Further results by their 17-digit code. */
  readonly further?: Readonly<Record<string, Given>>;
};

/** People of the ledger, checkups and guidance as raw rows; everybody is a man born in May 1980 unless told otherwise. */
export function society(
  people: readonly Readonly<Record<string, unknown>>[],
  checkups: readonly Checkup[],
  guidance: RawRows = {},
): RawRows {
  const kept = checkups.map(({ person, day, cells, ...rest }, index) => ({
    ...rest,
    row: {
      file_id: 7,
      checkup_seq: index + 1,
      document: index + 1,
      form: 'archive',
      provenance: 'own',
      report_code: '10',
      key_base: `key-${person}`,
      sex: '1',
      examined_on: day,
      age_on_day: 45,
      institution: '1310000001',
      program: '010',
      insurer_number: '06999991',
      records: 1,
      ...cells,
    },
  }));
  return {
    file: [
      ledgerFile(),
      { file_id: 7, kind: 'checkup', records: checkups.length },
      { file_id: 6, kind: 'checkup', records: guidance['guidance']?.length ?? 0 },
    ],
    eligibility: people.map((cells) => span({ household_id: cells['person_id'], ...cells })),
    person_link: people.map(({ person_id }) => link(`key-${String(person_id)}`, Number(person_id))),
    receipt: deliveries('2024-04', 24),
    checkup: kept.map(({ row }) => row),
    checkup_result: kept.flatMap(({ row, given, further }) => {
      const named = Object.entries({ ...healthy, ...given }).map(
        ([name, value]) => [items[name as ItemName], value] as const,
      );
      return [...named, ...Object.entries(further ?? {})]
        .filter(([, value]) => value !== undefined)
        .map(([item_code, value], index) => ({
          file_id: 7,
          checkup_seq: row.checkup_seq,
          item_code,
          state: 'measured',
          position: index + 1,
          ...cellsOf(value),
        }));
    }),
    ...guidance,
  };
}

function cellsOf(value: Given): Readonly<Record<string, unknown>> {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'string') return { text: value };
  if (isChoice(value)) return { choice: value[0], choice_system: value[1] };
  return value ?? {};
}

function isChoice(value: Given): value is readonly [string, string] {
  return Array.isArray(value);
}
