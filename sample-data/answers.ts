import type { Month } from '#shared/month.ts';
import type { PlantedBurdens } from './burdens.ts';
import type { PlantedLevels } from './checkup/level-books.ts';
import type { PlantedStatutory } from './checkup/statutory-books.ts';
import type { GenericBooks } from './generic-books.ts';
import type { PlantedShares } from './generic-shares.ts';
import type { PlantedCourses } from './guidance/course-books.ts';
import type { PlantedLists } from './list-books.ts';
import type { Messy } from './messy.ts';
import type { PlantedNotice } from './notice-books.ts';
import type { PlantedCell } from './planted.ts';
import type { PlantedRevisions } from './revisions.ts';

/** What was planted: the true values, counted from the generator's own objects. */
export type Planted = {
  readonly format: 1;
  readonly seed: number;
  readonly members: number;
  readonly months: number;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly insurerNumber: string;
  readonly counts: Record<string, number>;
  /** Receipts (or checkups) by kind of trouble. */
  readonly messy: Record<string, number>;
  readonly messyTotals: Messy;
  readonly cells: readonly PlantedCell[];
  /** What the letters of one month must come to, on the day after the ledgers. */
  readonly notices: {
    readonly 'medical-cost': {
      readonly asOf: string;
      readonly months: Readonly<Record<string, PlantedNotice>>;
    };
    readonly generic: ReturnType<GenericBooks['planted']>;
  };
  /** How each month of care was completed and revised: month of care, month of processing. */
  readonly revisions: PlantedRevisions;
  readonly genericShares: PlantedShares;
  /** Who bears the cost of each month of care. */
  readonly burdens: PlantedBurdens;
  /** What the target lists of the last day of each fiscal year must come to. */
  readonly lists: PlantedLists;
  /** Levels delivered with checkups beside the true ones, by institution. */
  readonly levels: PlantedLevels;
  /** The aggregate table of the report to the state. */
  readonly statutory: PlantedStatutory;
  /** What became of courses of guidance, by contractor. */
  readonly courses: PlantedCourses;
  /** Strings that must never appear outside the private side. */
  readonly canaries: readonly string[];
};
