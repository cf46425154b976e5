import { ageAtYearEnd, fiscalYearOf, type MonthIndex, monthEnd, monthStart } from './calendar.ts';
import { ageBand, type LinkedReceipt, yearOf } from './count.ts';
import { lastSpanWithin, type Person } from './people.ts';
import type { PlantedCell } from './planted.ts';

/** People of one sex, five years of age and employer in a fiscal year. */
type Group = {
  readonly year: number;
  readonly sex: string;
  readonly band: string;
  readonly half: string;
  readonly employer: number;
  persons: number;
  members: number;
  months: number;
  yen: number;
};

/** Bands with fewer people are joined: those under 40, those from 40. */
const fewest = 30;

/** What the society's people cost beside what is expected of their sex and age, by reporting unit. */
export type CostLevels = {
  /** Adds the linked receipts of a month of the person at hand. */
  readonly receipts: (month: MonthIndex, receipts: readonly LinkedReceipt[]) => void;
  /** Ends a person. */
  readonly close: (person: Person) => void;
  /** `units`: the code of every employer's reporting unit, by fiscal year. */
  readonly planted: (units: ReadonlyMap<string, readonly string[]>) => readonly PlantedCell[];
};

export function createCostLevels(completeYears: readonly number[]): CostLevels {
  const groups = new Map<string, Group>();
  let spent = new Map<number, number>();
  return {
    receipts(month, receipts) {
      const year = fiscalYearOf(month);
      const yen = receipts.reduce((sum, receipt) => sum + receipt.yen, 0);
      spent.set(year, (spent.get(year) ?? 0) + yen);
    },
    close(person) {
      for (const year of completeYears) {
        const [from, to] = [monthStart(year * 12 + 3), monthEnd(year * 12 + 14)];
        const known = yearOf(person, year);
        const span = known?.span ?? lastSpanWithin(person, from, to)?.span;
        if (span === undefined) continue;
        const age = ageAtYearEnd(person.birth, year);
        const [sex, band, half] = [person.sex, ageBand(age), age < 40 ? 'under 40' : '40 and over'];
        const key = [year, sex, band, span.employer].join(' ');
        const group = groups.get(key) ?? {
          ...{ year, sex, band, half, employer: span.employer },
          ...{ persons: 0, members: 0, months: 0, yen: 0 },
        };
        group.persons++;
        group.members += known === undefined ? 0 : 1;
        group.months += known?.personMonths ?? 0;
        group.yen += spent.get(year) ?? 0;
        groups.set(key, group);
      }
      spent = new Map();
    },
    planted(units) {
      const years = Map.groupBy(groups.values(), ({ year }) => year);
      return [...years].flatMap(([year, some]) => cellsOf(year, some, units.get(String(year)) ?? []));
    },
  };
}

function cellsOf(year: number, groups: readonly Group[], units: readonly string[]): readonly PlantedCell[] {
  const sizes = new Map<string, number>();
  const bandOf = ({ sex, band }: Group) => `${sex} ${band}`;
  for (const group of groups) sizes.set(bandOf(group), (sizes.get(bandOf(group)) ?? 0) + group.persons);
  const strata = Map.groupBy(groups, (group) =>
    sizes.get(bandOf(group))! >= fewest ? bandOf(group) : `${group.sex} ${group.half}`,
  );
  const values = new Map<string, Record<string, number>>();
  const add = (unit: string, some: Readonly<Record<string, number>>) => {
    for (const place of [unit, 'total']) {
      const at = values.get(place) ?? {};
      for (const [measure, value] of Object.entries(some)) at[measure] = (at[measure] ?? 0) + value;
      values.set(place, at);
    }
  };
  for (const stratum of strata.values()) {
    const [months, yen] = [sum(stratum, 'months'), sum(stratum, 'yen')];
    const byUnit = Map.groupBy(stratum, (group) => units[group.employer]!);
    let before = 0;
    for (const unit of [...byUnit.keys()].sort()) {
      const own = byUnit.get(unit)!;
      const after = before + sum(own, 'months');
      const expected =
        months === 0 ? sum(own, 'yen') : share(yen, after, months) - share(yen, before, months);
      const [members, person_months] = [sum(own, 'members'), sum(own, 'months')];
      add(unit, { members, person_months, yen: sum(own, 'yen'), expected });
      before = after;
    }
  }
  return [...values].flatMap(([unit, some]) =>
    Object.entries(some).map(([measure, value]) => ({
      ...{ analysis: 'employer-cost', period: String(year), at: { unit } },
      ...{ measure, value },
    })),
  );
}

/** Whole yen of `yen` for the first `part` of `whole` months. */
function share(yen: number, part: number, whole: number): number {
  return Number((BigInt(yen) * BigInt(part)) / BigInt(whole));
}

function sum(groups: readonly Group[], field: 'members' | 'months' | 'yen'): number {
  return groups.reduce((total, group) => total + group[field], 0);
}
