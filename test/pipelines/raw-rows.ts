/** Small raw rows with sensible defaults for tests of core. */
type Cells = Readonly<Record<string, unknown>>;

export const ledgerFile = (cells: Cells = {}) => ({
  file_id: 1,
  kind: 'eligibility',
  as_of: '2026-10-31',
  ...cells,
});

let row = 0;

/** An insured man born in May 1980, covered since 2020. */
export const span = (cells: Cells = {}) => ({
  file_id: 1,
  row: ++row,
  person_id: 1,
  household_id: 1,
  relation: 'insured',
  sex: '1',
  age_month: '1980-05-01',
  employer_code: 'E01',
  gained_on: '2020-04-01',
  lost_on: null,
  ...cells,
});

/** An outpatient receipt of May 2024 with 500 points. */
export const receipt = (cells: Cells = {}) => ({
  file_id: 9,
  receipt_seq: 1,
  records: 5,
  search_number: '1',
  kind: 'medical',
  service_month: '2024-05-01',
  processing_month: '2024-06-01',
  key_base: 'base-1',
  sex: '1',
  institution: '1310000001',
  inpatient: false,
  days: 1,
  decided_points: 500,
  ...cells,
});

/** One receipt of nobody for every month, so that all months from `first` to `last` count as delivered. */
export function deliveries(first: string, count: number): Cells[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  const day = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  return Array.from({ length: count }, (_, index) =>
    receipt({
      file_id: 8,
      receipt_seq: 1000 + index,
      search_number: `delivery-${index}`,
      key_base: null,
      service_month: day(start + index),
      processing_month: day(start + index + 1),
      decided_points: 0,
    }),
  );
}

export const link = (key: string, person_id: number) => ({ key, person_id });

export const disease = (code: string, icd10_1: string | null, successor_code: string | null = null) => ({
  file_id: 2,
  code,
  name: `病名${code}`,
  icd10_1,
  successor_code,
});
