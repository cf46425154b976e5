/** What is reconciled: lines or documents, receipts (レセプト), points (点) and yen (points × 10, amounts billed in yen, the meals). */
export type Amounts = {
  readonly records: number;
  readonly receipts: number;
  readonly points: number;
  readonly yen: number;
};

export const measures = ['records', 'receipts', 'points', 'yen'] as const;

export const nothing: Amounts = { records: 0, receipts: 0, points: 0, yen: 0 };

export function addAmounts(...all: readonly Amounts[]): Amounts {
  const sum = (measure: keyof Amounts) => all.reduce((total, amounts) => total + amounts[measure], 0);
  return { records: sum('records'), receipts: sum('receipts'), points: sum('points'), yen: sum('yen') };
}

export function sameAmounts(a: Amounts, b: Amounts): boolean {
  return measures.every((measure) => a[measure] === b[measure]);
}

/** Reads the four columns of a result row; sums over nothing are 0. */
export function amountsOf(row: Readonly<Record<string, unknown>> | undefined): Amounts {
  const read = (measure: keyof Amounts) => {
    const value = row?.[measure];
    return typeof value === 'number' ? value : 0;
  };
  return { records: read('records'), receipts: read('receipts'), points: read('points'), yen: read('yen') };
}

/** Yen of one receipt in raw.receipt (or a table of its shape). */
export const receiptYen =
  'coalesce(decided_points, 0) * 10 + coalesce(decided_yen, 0) + coalesce(meal_yen, 0)';

/** The four amounts of receipts in raw.receipt (or a table of its shape), for a select list. */
export const receiptAmounts = `
  cast(sum(records) as bigint) as records, count(*) as receipts,
  cast(sum(coalesce(decided_points, 0)) as bigint) as points,
  cast(sum(${receiptYen}) as bigint) as yen`;

/** The same of documents or rows that carry no points. */
export const plainAmounts = (records: string) => `
  cast(${records} as bigint) as records, 0 as receipts, 0 as points, 0 as yen`;

/** Those of claims for checkups and guidance in raw.checkup_claim: they come with the documents, which are the records. */
export const claimAmounts = `
  0 as records, count(*) as receipts, 0 as points, cast(coalesce(sum(claim_yen), 0) as bigint) as yen`;
