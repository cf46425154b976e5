/** Raw rows of a checkup with everything measured and nothing wrong; item codes as 健診項目コード. */
type Cells = Readonly<Record<string, unknown>>;

export const items = {
  height: '9N001000000000001',
  weight: '9N006000000000001',
  bmi: '9N011000000000001',
  waist: '9N016160100000001',
  waistSelf: '9N016160200000001',
  waistTold: '9N016160300000001',
  visceralFat: '9N021000000000001',
  sbpOther: '9A755000000000001',
  sbpSecond: '9A752000000000001',
  sbpFirst: '9A751000000000001',
  dbpOther: '9A765000000000001',
  dbpSecond: '9A762000000000001',
  dbpFirst: '9A761000000000001',
  tg: '3F015000002327101',
  tgCasual: '3F015129902327101',
  hdl: '3F070000002327101',
  ldl: '3F077000002327101',
  nonHdl: '3F069000002391901',
  ast: '3B035000002327201',
  alt: '3B045000002327201',
  ggt: '3B090000002327101',
  fpg: '3D010000001926101',
  casualGlucose: '3D010129901926101',
  hba1c: '3D046000001906202',
  creatinine: '3C015000002327101',
  egfr: '8A065000002391901',
  hemoglobin: '2A030000001930101',
  urineSugar: '1A020000000191111',
  urineProtein: '1A010000000191111',
  mealTime: '9N141000000000011',
  history: '9N056000000000011',
  subjective: '9N061000000000011',
  objective: '9N066000000000011',
  metabolic: '9N501000000000011',
  guidance: '9N506000000000011',
  physician: '9N511000000000049',
  reason: '9N512000000000011',
  medicationBp: '9N701000000000011',
  medicationGlucose: '9N706000000000011',
  medicationLipid: '9N711000000000011',
  medicationBpCheck: '9N702167200000049',
  smoking: '9N736000000000011',
  drinkingFrequency: '9N786000000000011',
} as const;
export type Item = keyof typeof items;

/** A measured number, a choice (text of digits), or a state. */
export type Value =
  | number
  | string
  | { readonly state: string }
  | { readonly choice: string; readonly choice_system: string };
export type Values = Readonly<Partial<Record<Item, Value | null>>>;

const sound: Values = {
  height: 170,
  weight: 63.6,
  bmi: 22,
  waist: 80,
  sbpFirst: 120,
  dbpFirst: 75,
  tg: 100,
  hdl: 60,
  ldl: 100,
  ast: 20,
  alt: 20,
  ggt: 20,
  fpg: 90,
  urineSugar: '1',
  urineProtein: '1',
  mealTime: '2',
  history: '2',
  subjective: '2',
  objective: '2',
  metabolic: '3',
  guidance: '3',
  physician: 'text',
  medicationBp: '2',
  medicationGlucose: '2',
  medicationLipid: '2',
  smoking: { choice: '3', choice_system: '24060' },
};

let seq = 0;

/** Rows of one checkup: `values` replace those of a sound one (null: the item is not there), `cells` those of the document. */
export function checkupRows(values: Values = {}, cells: Cells = {}) {
  const checkup = {
    file_id: 7,
    checkup_seq: ++seq,
    key_base: 'base-1',
    examined_on: '2025-06-01',
    age_on_day: 45,
    provenance: 'own',
    records: 1,
    ...cells,
  };
  const all: Values = { ...sound, ...values };
  const results = Object.entries(all).flatMap(([item, value]) =>
    value === null || value === undefined
      ? []
      : [
          {
            file_id: checkup.file_id,
            checkup_seq: checkup.checkup_seq,
            item_code: items[item as Item],
            state: 'measured',
            ...cellsOf(value),
          },
        ],
  );
  return { checkup, results };
}

function cellsOf(value: Value): Cells {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'string') return value === 'text' ? { text: '異常なし' } : { choice: value };
  return value;
}
