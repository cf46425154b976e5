import { requireBuilt } from '../models/built.ts';
import type { Row, Warehouse } from '../warehouse.ts';

/** Where courses of guidance stand, in the order of a table. */
export const courseStatuses = [
  'begun',
  'interviewed',
  'underway',
  'overdue',
  'completed',
  'short',
  'dropped',
  'excluded',
] as const;
/** How far targets of guidance have come. */
export const targetStages = ['target', 'interviewed', 'underway', 'completed', 'dropped'] as const;

const unlinkedReasons = ['no_person', 'no_cover'];

type Counts = Readonly<Record<string, number>>;

/** Targets of one level and fiscal year (of the checkup), in persons. */
export type TargetProgress = {
  readonly year: number;
  readonly level: string;
  readonly persons: number;
  /** By `targetStages`. */
  readonly stages: Counts;
};

/** Courses of one contractor (保健指導機関) and fiscal year of the checkups. */
export type ContractorProgress = {
  readonly year: number;
  /** 10 digits; empty where no document names one. */
  readonly contractor: string;
  readonly courses: number;
  /** By `courseStatuses`. */
  readonly statuses: Counts;
  /** Open, and nothing was delivered for `guidance.overdue_months`; of these without any support after the interview. */
  readonly silent: number;
  readonly nothingAfterInterview: number;
  /** `YYYY-MM-DD` */
  readonly lastDocumentOn: string;
  /** Courses whose delivered points (of 積極的支援) could be compared, and how many differ from the computed ones. */
  readonly pointsCompared: number;
  readonly differ: Readonly<Record<'points' | 'process' | 'outcome' | 'early', number>>;
  readonly completedByDeliveryOnly: number;
  readonly completedByRuleOnly: number;
  /** Of persons who are no targets by the checkup of the year, and of targets of another level. */
  readonly noTarget: number;
  readonly otherLevel: number;
};

/** Claims for guidance (決済情報) by contractor; `withoutRecord` are of persons of whom it delivered no record. */
export type ClaimProgress = {
  readonly contractor: string;
  readonly claims: number;
  readonly yen: number;
  readonly withoutRecord: number;
  readonly yenWithoutRecord: number;
};

export type GuidanceProgress = {
  readonly targets: readonly TargetProgress[];
  readonly contractors: readonly ContractorProgress[];
  readonly claims: readonly ClaimProgress[];
  /** Documents outside of everything else, because no covered member fits. */
  readonly unlinked: Counts;
};

/**
 * How far guidance has come, by contractor. Counts are exact: for the private side only.
 * @param year fiscal year of the checkups; every year where it is left out
 * @throws {UserError} NOT_FOUND where nothing is built.
 */
export async function readGuidanceProgress(warehouse: Warehouse, year?: number): Promise<GuidanceProgress> {
  await requireBuilt(warehouse, 'guidance_contractor', 'guidance_target', 'guidance_claim');
  const only = year === undefined ? '' : `where fiscal_year = ${year}`;
  const targets = await warehouse.rows(
    `select fiscal_year, level, count(*) as persons, ${counts('stage', targetStages)}
     from core.guidance_target ${only} group by fiscal_year, level order by fiscal_year, level`,
  );
  const contractors = await warehouse.rows(
    `select * from core.guidance_contractor ${only} order by fiscal_year, contractor`,
  );
  const claims = await warehouse.rows(
    `select coalesce(contractor, '') as contractor, count(*) as claims, coalesce(sum(claim_yen), 0) as yen,
       count(*) filter (where not has_record) as without_record,
       coalesce(sum(claim_yen) filter (where not has_record), 0) as yen_without_record
     from core.guidance_claim group by 1 order by 1`,
  );
  const [unlinked] = await warehouse.rows(
    `select ${counts('unlinked_reason', unlinkedReasons)} from core.guidance where not is_linked`,
  );
  return {
    targets: targets.map(toTargets),
    contractors: contractors.map(toContractor),
    claims: claims.map(toClaims),
    unlinked: picked(unlinked!, unlinkedReasons),
  };
}

function counts(column: string, codes: readonly string[]): string {
  return codes.map((code) => `count(*) filter (where ${column} = '${code}') as ${code}`).join(', ');
}

function picked(row: Row, names: readonly string[]): Counts {
  return Object.fromEntries(names.map((name) => [name, Number(row[name])]));
}

function toTargets(row: Row): TargetProgress {
  return {
    year: Number(row['fiscal_year']),
    level: String(row['level']),
    persons: Number(row['persons']),
    stages: picked(row, targetStages),
  };
}

function toContractor(row: Row): ContractorProgress {
  const number = (column: string) => Number(row[column]);
  return {
    year: number('fiscal_year'),
    contractor: String(row['contractor']),
    courses: number('courses'),
    statuses: picked(row, courseStatuses),
    silent: number('silent'),
    nothingAfterInterview: number('nothing_after_interview'),
    lastDocumentOn: String(row['last_document_on']),
    pointsCompared: number('points_compared'),
    differ: {
      points: number('points_differ'),
      process: number('process_points_differ'),
      outcome: number('outcome_points_differ'),
      early: number('early_differ'),
    },
    completedByDeliveryOnly: number('completed_by_delivery_only'),
    completedByRuleOnly: number('completed_by_rule_only'),
    noTarget: number('no_target'),
    otherLevel: number('other_level'),
  };
}

function toClaims(row: Row): ClaimProgress {
  return {
    contractor: String(row['contractor']),
    claims: Number(row['claims']),
    yen: Number(row['yen']),
    withoutRecord: Number(row['without_record']),
    yenWithoutRecord: Number(row['yen_without_record']),
  };
}
