import type { Warehouse } from '#private/warehouse.ts';
import type { AnalysisContract } from '#shared/define.ts';

/** A coordinate (period, and a code per dimension; a dimension left out is its total) with the figures wanted there. */
export type Wanted = Readonly<Record<string, unknown>>;

/** The figure of one cell before protection: rows are added up per person, then persons or sums are counted. */
export async function cellValue(
  warehouse: Warehouse,
  from: string,
  contract: AnalysisContract,
  at: Wanted,
  measure: string,
): Promise<number> {
  const one = contract.measures[measure];
  if (one === undefined || !('column' in one)) throw new Error(`no count for ${measure}`);
  const period = contract.period === 'month' ? 'month' : 'fiscal_year';
  const places = [period, ...Object.keys(contract.dimensions)].filter((name) => name in at);
  const where = places.map((name) => `"${name}" = '${String(at[name])}'`).join(' and ');
  const perPerson = `select person_id, sum("${one.column}") as amount from ${from} where ${where} group by person_id`;
  const count = one.kind === 'persons' ? 'count(*) filter (where amount <> 0)' : 'coalesce(sum(amount), 0)';
  const [row] = await warehouse.rows(`select ${count} as figure from (${perPerson})`);
  return Number(row!['figure']);
}

/** The figures a wanted row asks for, in its order. */
export function wantedMeasures(contract: AnalysisContract, wanted: Wanted): readonly string[] {
  return Object.keys(wanted).filter((name) => name in contract.measures);
}
