import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { type DraftRow, writeDraft } from '../documents/draft.ts';
import { requireBuilt } from '../models/built.ts';
import { runDay } from '../run-day.ts';
import { openForSelection, type Warehouse } from '../warehouse.ts';
import { checkupRows } from './checkup-rows.ts';
import { draftHeader, purpose } from './draft-header.ts';
import { type Found, foundDocuments } from './found.ts';
import { guidanceRows } from './guidance-rows.ts';
import { title } from './select.ts';
import { type Survey, surveyReport } from './survey.ts';

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

/** The report as it was counted, and the id of its draft. */
export type StatutoryReport = Survey & { readonly id: string };

/**
 * Makes the draft of the report to the State (特定健診・特定保健指導の実績報告): figures, pre-check and one row per document
 * that is written or held back. Names are joined when it is printed.
 * @throws {UserError} PURPOSE_NOT_ADOPTED, NOT_FOUND, MODEL_FAILED, HOME_IN_USE
 */
export async function makeStatutory(
  home: Home,
  { year, receiver, maker }: StatutoryOrder,
  settings: Settings,
  effects: Effects,
): Promise<StatutoryReport> {
  requirePurpose({ what: title, purpose, classes, addressing }, settings, dateOf(effects.now()));
  const { insurerNumber: insurer, name } = settings.society;
  const warehouse = await openForSelection(home.warehouse, home.tmp);
  try {
    await requireBuilt(warehouse, 'checkup_target', 'checkup_year', 'guidance_course', 'guidance_target');
    const asOf = await runDay(settings, warehouse, effects);
    const survey = await surveyReport(warehouse, { year, insurer, asOf, receiver });
    const found = await foundDocuments(warehouse);
    const header = draftHeader(survey, found, { insurer, name, maker });
    const { id } = await writeDraft(home, header, draftRows(warehouse, found), effects);
    return { ...survey, id };
  } finally {
    warehouse.close();
  }
}

async function* draftRows(warehouse: Warehouse, found: Found): AsyncGenerator<DraftRow> {
  yield* checkupRows(warehouse, found);
  yield* guidanceRows(warehouse, found);
}
