import { quoteName } from '#private/warehouse.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { marginsOf } from '../coordinates.ts';

/** The period column of a model, by the kind of its periods. */
export const periodColumn = { 'fiscal-year': 'fiscal_year', month: 'month' } as const;

/** Columns the measures read, each once; the position is the number in the result's column names. */
export function columnsOf(contract: AnalysisContract): readonly string[] {
  const columns = Object.values(contract.measures).flatMap((measure) =>
    'column' in measure ? [measure.column] : [],
  );
  return [...new Set(columns)];
}

/** Pairs (part, base) of column numbers: everyone who counts in the part must count in the base. */
export function partsOf(contract: AnalysisContract): readonly (readonly [number, number])[] {
  const columns = columnsOf(contract);
  return Object.values(contract.measures).flatMap((measure) => {
    if (measure.kind !== 'persons' || measure.of === undefined) return [];
    const base = contract.measures[measure.of];
    return base?.kind === 'persons' ? [[columns.indexOf(measure.column), columns.indexOf(base.column)]] : [];
  });
}

/**
 * The counting query of one analysis: every column is summed per person first, so that twelve months of one
 * person are one person; then per cell distinct persons, households and employers, sums and the two largest
 * amounts. Households are counted where there can be fewer than `minimumHouseholds`; elsewhere the number is what
 * households of the largest size would make. Dimensions not in a margin read `total`, rows without a code read an empty text.
 */
export function countSql(name: string, contract: AnalysisContract, minimumHouseholds: number): string {
  const dimensions = Object.keys(contract.dimensions);
  const columns = columnsOf(contract);
  const numbers = columns.map((_, index) => index);
  const each = (write: (index: number) => string) => numbers.map(write).join(',\n    ');
  const d = dimensions.map((_, index) => `d${index}`);
  const list = (...parts: readonly string[]) => parts.join(', ');
  const sets = marginsOf(contract).map(
    (margin) => `(${list('period', 'person', ...margin.map((one) => `d${dimensions.indexOf(one)}`))})`,
  );
  const margins = d.map((one) => `if(grouping(${one}) = 1, 'total', coalesce(${one}, '')) as ${one}`);
  const parts = partsOf(contract).map(
    ([part, base], index) => `count(*) filter (c${part} <> 0 and c${base} = 0) as z${index}`,
  );
  return `
with source as (
  select
    cast(${quoteName(periodColumn[contract.period])} as varchar) as period,
    ${dimensions.map((one, index) => `cast(${quoteName(one)} as varchar) as d${index},`).join(' ')}
    person_id as person, coalesce(household_id, person_id) as household, cast(employer_id as varchar) as employer,
    ${each((i) => `coalesce(cast(${quoteName(columns[i]!)} as bigint), 0) as c${i}`)}
  from analyses.${quoteName(name)}
),
person as (
  select
    ${list('period', ...margins)}, max(household) as household, max(employer) as employer,
    ${each((i) => `cast(sum(c${i}) as bigint) as c${i}`)}
  from source
  group by grouping sets (${list(...sets)})
),
employer as (
  select
    ${list('period', ...d, 'employer')},
    ${each((i) => `count(*) filter (c${i} <> 0) as n${i}, sum(abs(c${i})) as a${i}`)}
  from person
  group by ${list('period', ...d, 'employer')}
),
by_person as (
  select
    ${list('period', ...d)},
    ${each(
      (i) => `sum(c${i}) as s${i}, sum(abs(c${i})) as a${i},
    count(*) filter (c${i} <> 0) as n${i},
    max(abs(c${i}), 2) as x${i}`,
    )}${parts.length > 0 ? `,\n    ${list(...parts)}` : ''}
  from person
  group by ${list('period', ...d)}
),
largest as (
  select max(persons) as persons
  from (select count(distinct person) as persons from source group by household)
),
few as (
  select by_person.* exclude (${numbers.map((i) => `s${i}, a${i}, x${i}`).join(', ')})
  from by_person, largest
  where ${numbers.map((i) => `n${i} < ${minimumHouseholds} * largest.persons`).join(' or ')}
),
by_household as (
  select
    ${list('period', ...d)},
    ${each((i) => `count(distinct household) filter (c${i} <> 0) as h${i}`)}
  from person
  semi join few using (${list('period', ...d)})
  group by ${list('period', ...d)}
),
by_employer as (
  select
    ${list('period', ...d)},
    ${each(
      (i) => `count(*) filter (n${i} > 0) as e${i},
    max(n${i}) as l${i},
    any_value(employer) filter (n${i} > 0) as o${i},
    max(a${i}, 2) as v${i}`,
    )}
  from employer
  where employer is not null
  group by ${list('period', ...d)}
)
select
  ${list('period', ...d)},
  ${each((i) =>
    `s${i}, a${i}, n${i}, coalesce(h${i}, cast(n${i} // largest.persons as bigint)) as h${i}, coalesce(x${i}[1], 0) as x${i}, coalesce(x${i}[2], 0) as y${i},
  coalesce(e${i}, 0) as e${i}, coalesce(l${i}, 0) as l${i}, o${i},
  coalesce(v${i}[1], 0) as u${i}, coalesce(v${i}[2], 0) as v${i}`.replaceAll(`a${i},`, `by_person.a${i},`),
  )}${parts.map((_, index) => `, z${index}`).join('')}
from by_person
cross join largest
left join by_household using (${list('period', ...d)})
left join by_employer using (${list('period', ...d)})
order by ${list('period', ...d)}
`;
}
