/** Small rows with sensible defaults for the cases of this notice. */
export type Cells = Readonly<Record<string, unknown>>;

const month = '2026-06-01';

/** Brand A (64.40 yen, selected care), brand B (30.00 yen, not listed); their generics; an injection, a sedative, an oddity. */
export const [brandA, brandB, injection, sedative, lonely] = [
  '2189018F1027',
  '2149048F1022',
  '2492416G2024',
  '1179054F1022',
  '3969011F1020',
];
const products: readonly [string, string, number, string][] = [
  [brandA, '2', 64_400, '先発Ａ'],
  ['2189018F1019', '3', 19_300, '後発Ａ１'],
  ['2189018F1167', '3', 30_700, '後発Ａ２'],
  ['2189018F1051', '3', 34_000, '後発Ａ３'],
  ['2189018F1078', '3', 34_000, '後発Ａ４'],
  ['2189018F1999', '★', 10_000, '高い後発Ａ'],
  [brandB, '2', 30_000, '先発Ｂ'],
  ['2149048F1030', '3', 10_000, '後発Ｂ'],
  [injection, '2', 1_049_000, '注射'],
  ['2492416G2999', '3', 500_000, '後発の注射'],
  [sedative, '2', 97_500, '抗うつ薬'],
  ['1179054F1030', '3', 46_000, '後発の抗うつ薬'],
  [lonely, '2', 42_700, '先発Ｃ'],
];
const always = { holds_from: '1900-01-01', holds_to: '9999-12-31' };

/** Masters, the list of selected care, and who there is: 1 (46) with the child 2 (11), and 3 (20 this month). */
const world = {
  'core.calendar': ['2026-04-01', '2026-05-01', month].map((day) => ({ month: day })),
  'core.generic_class': products.map(([price_code, code, , name]) => ({
    price_code,
    substance: price_code.slice(0, 9),
    class: code,
    name,
    ...always,
  })),
  'core.master_drug': [
    ...products.map(([price_code, , price_milliyen, name], index) => ({
      code: `62000000${index}`,
      name,
      unit: '錠',
      is_price: true,
      price_code,
      price_milliyen,
      ...always,
    })),
    {
      code: '699700001',
      name: '先発Ａ（選）',
      insured_part: 'selected',
      is_price: false,
      price_code: brandA,
      price_milliyen: 49_200,
      ...always,
    },
  ],
  'core.selected_brand': [
    {
      price_code: brandA,
      highest_generic_milliyen: 34_000,
      gap_share_milliyen: 15_200,
      insured_milliyen: 49_200,
      holds_from: '2026-06-01',
      holds_to: '9999-12-31',
    },
  ],
  'core.member': [member(1, '1980-05-01'), member(2, '2015-01-01'), member(3, '2006-06-01')],
  'core.eligibility_span': [span(1, 1), span(2, 1), span(3, 3)],
};

type Bought = { readonly drug: Cells; readonly receipt: Cells };

/** A receipt with brand B, one a day for 30 days. */
export function bought(
  receipt_id: number,
  person_id: number,
  cells: Cells = {},
  receipt: Cells = {},
): Bought {
  const service_month = cells['service_month'] ?? month;
  return {
    drug: {
      receipt_id,
      line: 5,
      person_id,
      service_month,
      price_code: brandB,
      class: '2',
      dosage_form: '1',
      is_insured_part: false,
      burden: '1',
      quantity: 1,
      times: 30,
      price_milliyen: 30_000,
      ...cells,
    },
    receipt: { receipt_id, person_id, service_month, care: 'pharmacy', is_linked: true, ...receipt },
  };
}

/** The same with the insured part of brand A. */
export function chosen(receipt_id: number, person_id: number, cells: Cells = {}): Bought {
  return bought(receipt_id, person_id, {
    price_code: brandA,
    price_milliyen: 49_200,
    is_insured_part: true,
    ...cells,
  });
}

export function given(...receipts: readonly Bought[]) {
  return {
    ...world,
    'core.drug': receipts.map(({ drug }) => ({
      substance: String(drug['price_code']).slice(0, 9),
      total_quantity: Number(drug['quantity']) * Number(drug['times']),
      ...drug,
    })),
    'core.receipt': receipts.map(({ receipt }) => receipt),
    'core.patient_share': receipts.map(({ receipt }) => share(Number(receipt['receipt_id']))),
  };
}

export function share(receipt_id: number, cells: Cells = {}): Cells {
  return { receipt_id, patient_percent: 30, is_limited: false, ...cells };
}

export function member(person_id: number, age_month: string): Cells {
  return { person_id, age_month };
}

export function span(person_id: number, household_id: number, cells: Cells = {}): Cells {
  return { span_id: person_id, person_id, household_id, gained_on: '2020-04-01', has_cover: true, ...cells };
}

export function flagged(person_id: number, flag: string) {
  const list = { file_id: 5, as_of: '2026-07-31' };
  return {
    'raw.file': [{ kind: 'consent', ...list }],
    'raw.consent': [{ row: 1, person_id, flag, from_on: '2026-01-01', to_on: null, ...list }],
  };
}
