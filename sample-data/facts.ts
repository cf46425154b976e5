import { readFileSync } from 'node:fs';

/** Rows of `facts/<name>.csv` as records by header; no quoting is used in these files. */
export function facts(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./facts/${name}.csv`, import.meta.url), 'utf8');
  const [head, ...lines] = text.trimEnd().split('\n');
  const columns = head!.split(',');
  return lines.map((line, index) => {
    const values = line.split(',');
    if (values.length !== columns.length)
      throw new Error(`facts/${name}.csv line ${index + 2}: wrong column count`);
    return Object.fromEntries(columns.map((column, at) => [column, values[at]!]));
  });
}

export type Drug = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly unitCode: string;
  /** Yen per unit in the 2024 and the 2025 price edition. */
  readonly prices: readonly [number, number];
  readonly generic: boolean;
  /** 1 internal, 4 injection, 6 external. */
  readonly form: string;
  readonly priceCode: string;
  readonly genericNameCode: string;
  readonly group: string;
  readonly weight: number;
  readonly amount: number;
};

export const drugs: readonly Drug[] = facts('drugs').map((row) => readDrug(row, row['generic'] === '1'));

/** Generics nobody is given here: the cheaper and dearer products beside the ones in use. */
export const otherGenerics: readonly Drug[] = facts('generics').map((row) => readDrug(row, true));

function readDrug(row: Record<string, string>, generic: boolean): Drug {
  return {
    code: row['code']!,
    name: row['name']!,
    unit: row['unit']!,
    unitCode: row['unit_code']!,
    prices: [Number(row['price_2024']), Number(row['price_2025'])],
    generic,
    form: row['form']!,
    priceCode: row['price_code']!,
    genericNameCode: row['generic_name_code'] ?? '',
    group: row['group'] ?? '',
    weight: Number(row['weight'] ?? 0),
    amount: Number(row['amount']) || 1,
  };
}

const drugByCode = new Map(drugs.map((drug) => [drug.code, drug]));

export function drugOf(code: string): Drug {
  const drug = drugByCode.get(code);
  if (drug === undefined) throw new Error(`drug ${code} is not among the facts`);
  return drug;
}

export type Disease = {
  readonly code: string;
  readonly name: string;
  readonly icd10: string;
  readonly manifestation: string;
  readonly weight: number;
  /** The code that replaced an abolished one. */
  readonly successor: string;
};

export const diseases: readonly Disease[] = facts('diseases').map((row) => ({
  code: row['code']!,
  name: row['name']!,
  icd10: row['icd10']!,
  manifestation: row['icd10_manifestation']!,
  weight: Number(row['weight']),
  successor: row['successor']!,
}));

export type Procedure = {
  readonly code: string;
  readonly name: string;
  readonly points: number;
  readonly feeClass: string;
};

export const procedures: ReadonlyMap<string, Procedure> = new Map(
  facts('procedures').map((row) => [
    row['code']!,
    { code: row['code']!, name: row['name']!, points: Number(row['points']), feeClass: row['fee_class']! },
  ]),
);

/** Index of the price edition in force in a fiscal year. */
export function priceEdition(fiscalYear: number): 0 | 1 {
  return fiscalYear < 2025 ? 0 : 1;
}

/** Drug points of an amount in yen: one point up to 15 yen, then ÷ 10 with exactly half dropped (五捨五超入). */
export function drugPoints(yen: number): number {
  return yen <= 15 ? 1 : Math.ceil(yen / 10 - 0.5 - 1e-9);
}

/** Inclusive age range `a-b`. */
export function ageRange(text: string): readonly [number, number] {
  const [from, to] = text.split('-').map(Number);
  return [from!, to!];
}
