/** Small rows with sensible defaults for the cases of this notice. */
export type Cells = Readonly<Record<string, unknown>>;

export function span(person_id: number, household_id: number, cells: Cells = {}): Cells {
  return {
    span_id: person_id,
    person_id,
    household_id,
    relation: 'insured',
    employer_code: 'E01',
    gained_on: '2020-04-01',
    lost_on: null,
    loss_reason: null,
    has_cover: true,
    ...cells,
  };
}

export function coverOf(person_id: number, household_id: number, month = '2026-06-01'): Cells {
  return { person_id, household_id, month };
}

export function member(person_id: number, age_month: string): Cells {
  return { person_id, age_month, household_id: 1 };
}

export function receipt(receipt_id: number, person_id: number | null, cells: Cells = {}): Cells {
  return {
    receipt_id,
    person_id,
    institution: '1310000001',
    service_month: '2026-06-01',
    care: 'outpatient',
    public_only: false,
    is_linked: true,
    days: 1,
    kind: 'medical',
    claimed_yen: 5000,
    yen: 5000,
    meal_count: 0,
    meal_yen: 0,
    ...cells,
  };
}

export function share(receipt_id: number, cells: Cells = {}): Cells {
  return {
    receipt_id,
    paid_yen: 1500,
    meal_paid_yen: 0,
    is_limited: false,
    has_programme: false,
    is_meal_estimated: false,
    ...cells,
  };
}

export function privacy(receipt_id: number, is_sensitive = false): Cells {
  return { receipt_id, is_sensitive };
}
