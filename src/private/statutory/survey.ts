import type { Warehouse } from '../warehouse.ts';
import { type Change, type Counts, type Figures, largeChanges } from './figures.ts';
import { type Measure, statutoryMeasures } from './pipelines.ts';
import { nobodyExamined } from './refusals.ts';
import { type Documents, type Finding, selectFigures, selectReport } from './select.ts';
import { dueDay, statutorySettings, type ToldSetting, toldSettings } from './settings.ts';
import { requireCurrent, type Waiting, waitingDocuments } from './waiting.ts';

/** The report of a year in counts; for the private terminal and the sealed draft only. */
export type Survey = {
  readonly year: number;
  /** Day of the archives, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Last day to report, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** False: the year is still running, and so are its figures. */
  readonly isOver: boolean;
  readonly measures: readonly Measure[];
  readonly figures: readonly Figures[];
  readonly findings: readonly Finding[];
  /** Totals that moved far from last year's. */
  readonly changes: readonly Change[];
  readonly documents: Documents;
  /** Persons examined and not reported, by reason. */
  readonly unreported: Readonly<Record<string, number>>;
  readonly waiting: Waiting;
  readonly told: readonly ToldSetting[];
};

/** What is asked: the fiscal year, the society's insurer number, the day, and who receives it instead of the fund. */
export type SurveyOrder = {
  readonly year: number;
  readonly insurer: string;
  readonly asOf: string;
  readonly receiver: string | undefined;
};

/**
 * Counts the report of a year and checks it; leaves its documents and findings in the database `input`.
 * @throws {UserError} NOT_FOUND, MODEL_FAILED
 */
export async function surveyReport(warehouse: Warehouse, order: SurveyOrder): Promise<Survey> {
  const { year, insurer, asOf, receiver } = order;
  const settings = statutorySettings(year);
  await requireCurrent(warehouse);
  const measures = statutoryMeasures();
  const before = await selectFigures(warehouse, insurer, year - 1, settings, measures);
  const selected = await selectReport(warehouse, insurer, year, settings, measures);
  const { figures, unreported } = selected;
  const persons = [totalOf(figures)['assessed'] ?? 0, ...Object.values(unreported)];
  if (persons.every((count) => count === 0)) throw nobodyExamined(year);
  const limits = {
    count: settings.count_change,
    share: settings.rate_change,
    base: settings.change_base,
  };
  return {
    ...selected,
    year,
    asOf,
    measures,
    dueOn: dueDay(year, settings),
    isOver: asOf > `${year + 1}-03-31`,
    changes: largeChanges(measures, totalOf(before), totalOf(figures), limits),
    waiting: await waitingDocuments(warehouse, year),
    told: toldSettings(year).map((setting) =>
      setting.code === 'receiver' && receiver !== undefined
        ? { ...setting, value: receiver, mark: 'given' }
        : setting,
    ),
  };
}

/** Counts of both sexes and all ages. */
export function totalOf(figures: readonly Figures[]): Counts {
  return figures.find(({ sex, band }) => sex === 'both' && band === 'total')?.counts ?? {};
}
