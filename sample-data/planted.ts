import { fiscalYearOf, type MonthIndex } from './calendar.ts';
import { employers } from './employers.ts';
import { reportingUnits } from './reporting-units.ts';

/** A true value: what a table must show at a coordinate before any protection. Zero cells are not listed. */
export type PlantedCell = {
  readonly analysis: string;
  /** `YYYY` of a fiscal year or `YYYY-MM`. */
  readonly period: string;
  readonly at: Readonly<Record<string, string>>;
  readonly measure: string;
  readonly value: number;
};

/** Tables of each analysis by their dimensions. */
const tables: Record<string, readonly (readonly string[])[]> = {
  members: [
    ['sex', 'age_band'],
    ['relation', 'age_band'],
    ['unit', 'relation'],
  ],
  'cost-by-care': [['care']],
  'cost-by-age': [['age_band', 'sex']],
  'disease-cost': [['disease', 'sex', 'age_group']],
  'receipt-linkage': [['link']],
  'checkup-participation': [
    ['sex', 'age_band'],
    ['relation', 'age_band'],
    ['unit', 'relation'],
  ],
  'checkup-months': [['exam_month']],
  'checkup-risk': [['risk', 'unit', 'sex']],
  'risk-level': [['unit']],
  'checkup-findings': [
    ['item', 'sex'],
    ['item', 'age_group'],
  ],
  'checkup-referral': [['item', 'sex']],
  habits: [
    ['habit', 'unit', 'sex'],
    ['habit', 'age_group'],
  ],
  questionnaire: [
    ['question', 'sex'],
    ['question', 'age_group'],
  ],
  'guidance-levels': [
    ['level', 'need'],
    ['level', 'sex'],
    ['level', 'age_band'],
    ['need', 'sex'],
    ['need', 'age_band'],
    ['metabolic', 'metabolic_risk'],
    ['metabolic', 'sex'],
  ],
  'guidance-pipeline': [['level']],
  'guidance-rate': [['sex'], ['relation'], ['unit']],
  'guidance-outcomes': [['outcome']],
  'ckd-map': [['ckd_g', 'ckd_a']],
  'checkup-transitions': [
    ['from_level', 'to_level'],
    ['from_metabolic', 'to_metabolic'],
  ],
  'checkup-changes': [['change', 'sex']],
  'health-level': [['unit']],
};

/** Dimensions that have no total. */
const withoutTotal = new Set(['risk', 'habit', 'item', 'question', 'change']);

const dimensions = Object.fromEntries(
  Object.entries(tables).map(([name, list]) => [name, [...new Set(list.flat())]]),
);
const masks = Object.fromEntries(Object.keys(tables).map((name) => [name, coordinateMasks(name)]));

/** Every set of dimensions that appears as a margin of some table (the others are at their total). */
function coordinateMasks(analysis: string): readonly boolean[][] {
  const names = dimensions[analysis]!;
  const found = new Map<string, boolean[]>();
  for (const table of tables[analysis]!) {
    for (let bits = 0; bits < 1 << table.length; bits++) {
      const kept = table.filter((_, index) => (bits >> index) & 1);
      if (table.some((name) => withoutTotal.has(name) && !kept.includes(name))) continue;
      const mask = names.map((name) => kept.includes(name));
      found.set(mask.join(), mask);
    }
  }
  return [...found.values()];
}

/** Counts what the generator writes, person by person; `flush` ends a person. */
export type Tally = {
  /** Adds to sums and marks the person as counted once per coordinate and persons measure. */
  readonly add: (
    analysis: string,
    period: string,
    at: readonly string[],
    sums: Record<string, number>,
    persons: readonly string[],
  ) => void;
  readonly flush: () => void;
  /** An insured person of 40–74, or any member, of an employer in a fiscal year. */
  readonly member: (fiscalYear: number, employer: number, counts: boolean) => void;
  readonly cells: () => PlantedCell[];
  /** Code of every employer's reporting unit, by fiscal year. */
  readonly units: () => ReadonlyMap<string, readonly string[]>;
};

/** One coordinate: its values, and the last person counted by each persons measure. */
type Counter = { readonly values: Record<string, number>; readonly seen: Record<string, number> };

export function createTally(): Tally {
  const totals = new Map<string, Counter>();
  const staff = new Map<number, { members: number[]; targets: number[] }>();
  let serial = 1;
  const margins = new Map<string, readonly Counter[]>();
  /** The counters of every margin of a coordinate; found once, then known. */
  const countersAt = (analysis: string, period: string, at: readonly string[]): readonly Counter[] => {
    const place = `${analysis}\t${period}\t${at.join('\t')}`;
    const known = margins.get(place);
    if (known !== undefined) return known;
    const found = masks[analysis]!.filter(
      (mask) => !mask.some((kept, index) => kept && at[index] === 'total'),
    ).map((mask) => {
      const codes = mask.map((kept, index) => (kept ? at[index] : 'total'));
      const coordinate = [analysis, period, ...codes].join('\t');
      const counter = totals.get(coordinate) ?? { values: {}, seen: {} };
      totals.set(coordinate, counter);
      return counter;
    });
    margins.set(place, found);
    return found;
  };
  const units = () =>
    new Map(
      [...staff].map(([year, counts]) => [String(year), reportingUnits(counts.members, counts.targets)]),
    );
  return {
    units,
    add(analysis, period, at, sums, persons) {
      for (const counter of countersAt(analysis, period, at)) {
        for (const measure in sums) counter.values[measure] = (counter.values[measure] ?? 0) + sums[measure]!;
        for (const measure of persons) {
          if (counter.seen[measure] === serial) continue;
          counter.seen[measure] = serial;
          counter.values[measure] = (counter.values[measure] ?? 0) + 1;
        }
      }
    },
    flush() {
      serial++;
    },
    member(fiscalYear, employer, counts) {
      let year = staff.get(fiscalYear);
      if (year === undefined) {
        year = { members: employers.map(() => 0), targets: employers.map(() => 0) };
        staff.set(fiscalYear, year);
      }
      year.members[employer]!++;
      if (counts) year.targets[employer]!++;
    },
    cells() {
      const unitCodes = units();
      const cells = new Map<string, PlantedCell>();
      for (const [key, counter] of totals) {
        const [analysis, period, ...rest] = key.split('\t');
        const at = Object.fromEntries(
          dimensions[analysis!]!.map((name, index) => {
            const code = rest[index]!;
            return [
              name,
              name === 'unit' && code !== 'total' ? unitCodes.get(period!)![Number(code)]! : code,
            ];
          }),
        );
        for (const [measure, value] of Object.entries(counter.values)) {
          const place = `${analysis}\t${period}\t${Object.values(at).join('\t')}\t${measure}`;
          const sum = value + (cells.get(place)?.value ?? 0);
          cells.set(place, { analysis: analysis!, period: period!, at, measure, value: sum });
        }
      }
      return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
    },
  };
}

/** Fiscal years of which all twelve months lie within the data. */
export function completeYears(first: MonthIndex, last: MonthIndex): number[] {
  const years: number[] = [];
  for (let year = fiscalYearOf(first); year <= fiscalYearOf(last); year++) {
    if (first <= year * 12 + 3 && year * 12 + 14 <= last) years.push(year);
  }
  return years;
}
