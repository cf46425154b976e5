import type { Warehouse } from '#private/warehouse.ts';
import { quoteName } from '#private/warehouse.ts';
import type { AnalysisContract, Standardised, Sum } from '#shared/define/analysis.ts';
import { type Policy, primarySum } from '../primary.ts';
import { contractBroken } from '../refusals.ts';
import { ask, type Counted, count } from './count.ts';
import { periodColumn } from './sql.ts';

/** Standardised measures of a contract. */
export function standardised(contract: AnalysisContract): readonly Standardised[] {
  return Object.values(contract.measures).filter((measure) => measure.kind === 'standardised');
}

/**
 * Counts the strata behind standardised figures. Expected must add up to observed in every stratum: the reference is
 * the society itself. A period in which a stratum is small or dominated keeps its expected sums to itself, because
 * whoever knows the people of one unit would work the stratum's mean out of them (`unsafeReference`).
 * Source: Handbook on Statistical Disclosure Control (indirect standardisation: the strata are an implied table).
 * @throws {UserError} GATE_CONTRACT where expected and observed differ.
 */
export async function withReferences(
  warehouse: Warehouse,
  counted: Counted,
  policy: Policy,
): Promise<Counted> {
  const unsafe = new Set<string>();
  for (const measure of standardised(counted.analysis.contract)) {
    const strata = await countStrata(warehouse, counted, measure, policy);
    const { observed, expected } = columnsOf(counted.analysis.contract, measure);
    for (const { period, at } of strata.places) {
      const seen = strata.tally(period, at, observed);
      if (seen.sum !== strata.tally(period, at, expected).sum) throw notCalibrated(counted.analysis.name);
      if (primarySum(seen, policy, false) !== undefined) unsafe.add(`${period}|${expected}`);
    }
  }
  return { ...counted, unsafeReference: unsafe };
}

async function countStrata(
  warehouse: Warehouse,
  { analysis }: Counted,
  measure: Standardised,
  policy: Policy,
) {
  const { name, contract } = analysis;
  const strata: AnalysisContract = {
    ...contract,
    dimensions: { [measure.stratum]: { title: measure.title, list: measure.stratum } },
    tables: [[measure.stratum]],
    measures: {
      observed: sumOf(contract, measure.observed),
      expected: sumOf(contract, measure.expected),
    },
  };
  const column = quoteName(measure.stratum);
  const rows = await ask(
    warehouse,
    name,
    `select distinct cast(${quoteName(periodColumn[contract.period])} as varchar) as period,
      coalesce(cast(${column} as varchar), '') as stratum
    from analyses.${quoteName(name)}`,
  );
  const { tally } = await count(warehouse, { ...analysis, contract: strata }, policy.minimumHouseholds);
  const places = rows.map(({ period, stratum }) => ({
    period: String(period),
    at: { [measure.stratum]: String(stratum) },
  }));
  return { places, tally };
}

/** The columns of the two sums of a standardised measure. */
export function columnsOf(contract: AnalysisContract, { observed, expected }: Standardised) {
  return { observed: sumOf(contract, observed).column, expected: sumOf(contract, expected).column };
}

function sumOf(contract: AnalysisContract, name: string): Sum {
  const measure = contract.measures[name];
  if (measure?.kind !== 'sum') throw new Error(`no sum measure ${name}`);
  return measure;
}

function notCalibrated(analysis: string) {
  return contractBroken(analysis, {
    ja: '期待値の合計が、実績の合計と一致しない層があります',
    en: 'expected does not add up to observed in every stratum',
  });
}
