import type { Cells } from '../cells.ts';
import { shown } from '../cells.ts';

/** A reporting unit (集計単位): an employer of its own, or a pool of small ones. */
export type Unit = { readonly code: string; readonly name: string; readonly isPool: boolean };

const members = 'members';
/** Employers that fit in no pool are not reported on. */
const unassigned = 'unassigned';

/** Units that exist in a fiscal year, in the order of the release's list. */
export function unitsOf(cells: Cells, year: number): readonly Unit[] {
  const list = cells.release.manifest.lists['reporting-unit'] ?? [];
  return list
    .filter(({ code }) => code !== unassigned && existsIn(cells, code, year))
    .map(({ code, ja }) => ({ code, name: ja, isPool: code === 'other' || code.startsWith('group-') }));
}

function existsIn(cells: Cells, unit: string, year: number): boolean {
  const cell = cells.find(members, String(year), { unit }, 'members');
  return cell !== undefined && cell.status !== 'na' && shown(cell) !== 0;
}
