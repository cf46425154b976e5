import { employers } from './employers.ts';

/** Insured persons of 40–74 an employer needs to report on its own. */
const unitMinimum = 50;

/**
 * Unit code of every employer in one fiscal year, from its members and its insured of 40–74:
 * own code, `group-X`, `other`, or `unassigned` where even the rest would be too small.
 */
export function reportingUnits(members: readonly number[], targets: readonly number[]): string[] {
  const units = employers.map((employer) => (targets[employer.index]! >= unitMinimum ? employer.code : ''));
  const present = employers.filter(
    (employer) => units[employer.index] === '' && members[employer.index]! > 0,
  );
  for (const group of new Set(present.map((employer) => employer.group))) {
    const pool = present.filter((employer) => employer.group === group).map((employer) => employer.index);
    if (group !== '' && mayPool(pool.map((index) => members[index]!))) {
      for (const index of pool) units[index] = `group-${group}`;
    }
  }
  const rest = present.map((employer) => employer.index).filter((index) => units[index] === '');
  const code = mayPool(rest.map((index) => members[index]!)) ? 'other' : 'unassigned';
  for (const index of rest) units[index] = code;
  return units;
}

/** A pool needs three employers, and fifty people without its largest. */
function mayPool(sizes: readonly number[]): boolean {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.length >= 3 && sum - Math.max(...sizes) >= 50;
}
