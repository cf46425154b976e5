import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { type DraftRow, writeDraft } from '../documents/draft.ts';
import { requireBuilt } from '../models/built.ts';
import { runDay } from '../run-day.ts';
import { openForSelection, type Warehouse } from '../warehouse.ts';
import { archiveSize } from './archives.ts';
import { checkupRows } from './checkup-rows.ts';
import type { DocumentSettings } from './document-settings.ts';
import { type Change, type Counts, type Figures, largeChanges } from './figures.ts';
import { type Found, foundDocuments } from './found.ts';
import { guidanceRows } from './guidance-rows.ts';
import { statutoryLabels } from './labels.ts';
import { type Measure, statutoryMeasures } from './pipelines.ts';
import { type Documents, type Finding, selectFigures, selectReport, title } from './select.ts';
import { dueDay, statutorySettings, type ToldSetting, toldSettings } from './settings.ts';
import { requireCurrent, type Waiting, waitingDocuments } from './waiting.ts';

const purpose = 'state-report';
const classes = ['eligibility', 'checkup', 'guidance'] as const;
const addressing = ['address'] as const;

export type StatutoryOrder = {
  /** Fiscal year that is reported. */
  readonly year: number;
  /** 8 digits of who receives it; undefined: the fund. */
  readonly receiver: string | undefined;
  /** Id of the registered person who makes it, or `operator`. */
  readonly maker: string;
};

/** A draft of the report in counts; for the private terminal only. */
export type StatutoryReport = {
  readonly id: string;
  readonly year: number;
  readonly asOf: string;
  readonly dueOn: string;
  readonly measures: readonly Measure[];
  readonly figures: readonly Figures[];
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
  readonly documents: Documents;
  readonly waiting: Waiting;
  readonly told: readonly ToldSetting[];
};

/**
 * Makes the draft of the report to the State (特定健診・特定保健指導の実績報告): figures, pre-check and one row per document
 * that is written or held back. Names are joined when it is printed.
 * @throws {UserError} PURPOSE_NOT_ADOPTED, NOT_FOUND, MODEL_FAILED, HOME_IN_USE
 */
export async function makeStatutory(
  home: Home,
  order: StatutoryOrder,
  society: Settings,
  effects: Effects,
): Promise<StatutoryReport> {
  const { year, maker } = order;
  requirePurpose({ what: title, purpose, classes, addressing }, society, dateOf(effects.now()));
  const settings = statutorySettings(year);
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  try {
    await requireBuilt(warehouse, 'checkup_target', 'checkup_year', 'guidance_course', 'guidance_target');
    await requireCurrent(warehouse);
    const asOf = await runDay(society, warehouse, effects);
    const { insurerNumber: insurer, name } = society.society;
    const measures = statutoryMeasures();
    const before = await selectFigures(warehouse, insurer, year - 1, settings, measures);
    const { figures, findings, documents } = await selectReport(warehouse, insurer, year, settings, measures);
    const changes = largeChanges(measures, totalOf(before), totalOf(figures), {
      count: settings.count_change,
      share: settings.rate_change,
    });
    const found = await foundDocuments(warehouse);
    const told = toldSettings(year).map((setting) =>
      setting.code === 'receiver' && order.receiver !== undefined
        ? { ...setting, value: order.receiver, mark: 'given' }
        : setting,
    );
    const printed: DocumentSettings = {
      ...{ year, insurer, name, filedOn: asOf, documents, changes: [...changes], told: [...told] },
      receiver: order.receiver ?? settings.receiver,
      interaction: settings.interaction,
      serviceEvent: settings.service_event,
      categories: { checkup: settings.checkup_category, guidance: settings.guidance_category },
      programs: { checkup: settings.checkup_program, guidance: settings.guidance_program },
      archiveSize: archiveSize(documents, settings.archive_documents),
      figures: [...figures],
      findings: findings.map(({ check: { code, of, severity, ja, mend }, documents: count }) => ({
        ...{ code, of, severity, ja, mend, documents: count },
      })),
      held: found.held.map((one) => ({ ...one, findings: [...one.findings] })),
    };
    const header = {
      kind: 'statutory:state-report',
      purpose,
      confidentiality: 'top-secret' as const,
      period: String(year),
      scope: '国・社会保険診療報酬支払基金への実績報告の担当者',
      asOf,
      maker,
      ruleVersions: {},
      counts: {
        figures: totalOf(figures),
        documents: {
          'checkup-written': documents.checkup.written,
          'checkup-held': documents.checkup.held,
          'guidance-written': documents.guidance.written,
          'guidance-held': documents.guidance.held,
        },
        precheck: Object.fromEntries(findings.map(({ check, documents: count }) => [check.code, count])),
      },
      labels: statutoryLabels(measures, findings),
      settings: printed,
    };
    const waiting = await waitingDocuments(warehouse, year);
    const { id } = await writeDraft(home, header, draftRows(warehouse, found), effects);
    return {
      id,
      year,
      asOf,
      dueOn: dueDay(year, settings),
      measures,
      figures,
      findings,
      changes,
      documents,
      waiting,
      told,
    };
  } finally {
    warehouse.close();
  }
}

async function* draftRows(warehouse: Warehouse, found: Found): AsyncGenerator<DraftRow> {
  yield* checkupRows(warehouse, found);
  yield* guidanceRows(warehouse, found);
}

/** Counts of both sexes and all ages. */
function totalOf(figures: readonly Figures[]): Counts {
  return figures.find(({ sex, band }) => sex === 'both' && band === 'total')?.counts ?? {};
}
