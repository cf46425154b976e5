import { requireBuilt } from './models/built.ts';
import type { Warehouse } from './warehouse.ts';

/** How often one level was delivered where the rules come to this one. */
export type LevelPair = { readonly delivered: string; readonly computed: string; readonly checkups: number };

/** One kind of judgement (`guidance` 保健指導レベル, `metabolic` メタボリックシンドローム判定) of one institution. */
export type DeliveredLevels = {
  readonly kind: string;
  /** 10 digits; null where the results name none. */
  readonly institution: string | null;
  readonly delivered: number;
  readonly mismatched: number;
  readonly pairs: readonly LevelPair[];
};

export type LevelReport = {
  readonly fiscalYear: number | null;
  readonly institutions: readonly DeliveredLevels[];
  /** Kept checkups of the year that came without the level. */
  readonly missing: { readonly guidance: number; readonly metabolic: number };
};

/**
 * Levels that came with the checkups of a fiscal year beside those the rules come to, by institution, most mismatches
 * first; without a year the newest that has checkups.
 * @throws {UserError} NOT_FOUND where nothing is built
 */
export async function readLevels(warehouse: Warehouse, year: number | undefined): Promise<LevelReport> {
  await requireBuilt(warehouse, 'delivered_level', 'checkup');
  const [newest] = await warehouse.rows('select max(fiscal_year) as year from core.checkup where is_kept');
  const fiscalYear = year ?? (newest?.['year'] == null ? null : Number(newest['year']));
  if (fiscalYear === null) return { fiscalYear, institutions: [], missing: { guidance: 0, metabolic: 0 } };
  const pairs = await warehouse.rows(
    `select kind, institution, delivered, computed, count(*) as checkups
     from core.delivered_level where fiscal_year = $fiscalYear
     group by all order by kind, institution nulls last, checkups desc, delivered, computed`,
    { fiscalYear },
  );
  const [missing] = await warehouse.rows(
    `select count(*) filter (where delivered_guidance is null) as guidance,
       count(*) filter (where delivered_metabolic is null) as metabolic
     from core.checkup where is_kept and fiscal_year = $fiscalYear`,
    { fiscalYear },
  );
  const groups = Map.groupBy(pairs, (row) => `${String(row['kind'])} ${String(row['institution'] ?? '')}`);
  const institutions = [...groups.values()].map((rows) => {
    const found = rows.map((row) => ({
      delivered: String(row['delivered']),
      computed: String(row['computed']),
      checkups: Number(row['checkups']),
    }));
    const [{ kind, institution } = {}] = rows;
    return {
      kind: String(kind),
      institution: institution == null ? null : String(institution),
      delivered: sum(found),
      mismatched: sum(found.filter(({ delivered, computed }) => delivered !== computed)),
      pairs: found,
    };
  });
  return {
    fiscalYear,
    institutions: institutions.sort((a, b) => b.mismatched - a.mismatched),
    missing: { guidance: Number(missing?.['guidance']), metabolic: Number(missing?.['metabolic']) },
  };
}

function sum(pairs: readonly LevelPair[]): number {
  return pairs.reduce((total, { checkups }) => total + checkups, 0);
}
