import { requireBuilt } from './models/built.ts';
import type { Warehouse } from './warehouse.ts';

/** Persons who went from one judgement of the year before to this one. */
export type Step = { readonly from: string; readonly to: string; readonly persons: number };

/** Judgements of a fiscal year beside those of the year before, of persons with a checkup in both. */
export type YearOfChanges = {
  readonly year: number;
  /** 保健指導レベル */
  readonly levels: readonly Step[];
  /** メタボリックシンドローム判定 */
  readonly metabolic: readonly Step[];
  /** By item: `within`, `guidance` (保健指導判定値) and `referral` (受診勧奨判定値), where both years have a value. */
  readonly items: readonly { readonly item: string; readonly steps: readonly Step[] }[];
};

/**
 * How judgements changed from year to year. Counts are exact: for the private side only.
 * @param year fiscal year changed to; every year where it is left out
 * @throws {UserError} NOT_FOUND where nothing is built
 */
export async function readChanges(warehouse: Warehouse, year?: number): Promise<readonly YearOfChanges[]> {
  await requireBuilt(warehouse, 'checkup_pair', 'judgement_pair');
  const only = year === undefined ? '' : `and fiscal_year = ${year}`;
  const rows = await warehouse.rows(
    `select fiscal_year, 'levels' as kind, '' as item, from_level as "from", to_level as "to", count(*) as persons
     from core.checkup_pair where from_level is not null and to_level is not null ${only} group by all
     union all
     select fiscal_year, 'metabolic', '', from_metabolic, to_metabolic, count(*)
     from core.checkup_pair where from_metabolic is not null and to_metabolic is not null ${only} group by all
     union all
     select fiscal_year, 'items', item, from_judgement, to_judgement, count(*)
     from core.judgement_pair where from_judgement is not null and to_judgement is not null ${only} group by all
     order by all`,
  );
  const found = rows.map((row) => ({
    year: Number(row['fiscal_year']),
    kind: String(row['kind']),
    item: String(row['item']),
    step: { from: String(row['from']), to: String(row['to']), persons: Number(row['persons']) },
  }));
  return [...Map.groupBy(found, (one) => one.year)].map(([of, all]) => {
    const steps = (kind: string) => all.filter((one) => one.kind === kind);
    return {
      year: of,
      levels: steps('levels').map(({ step }) => step),
      metabolic: steps('metabolic').map(({ step }) => step),
      items: [...Map.groupBy(steps('items'), ({ item }) => item)].map(([item, ones]) => ({
        item,
        steps: ones.map(({ step }) => step),
      })),
    };
  });
}
