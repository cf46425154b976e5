import type { Month } from '#shared/month.ts';
import type { RowFault } from '../ledgers/values.ts';

/** When a claim was made; months as `YYYY-MM`, days as `YYYY-MM-DD`. */
export type ClaimDates = {
  readonly serviceMonth: string;
  readonly processingMonth: string;
  readonly birthDate: string;
  readonly admittedOn?: string | null;
  /** Days of treatment in the month. */
  readonly days: number;
};

/** What cannot be true of the months and days of a claim; undefined where all is well. */
export function faultOfDates(claim: ClaimDates, thisMonth: Month): RowFault | undefined {
  const { serviceMonth, processingMonth, birthDate, admittedOn, days } = claim;
  if (serviceMonth > thisMonth || processingMonth > thisMonth) return 'future_month';
  if (processingMonth < serviceMonth || birthDate.slice(0, 7) > serviceMonth) return 'dates_out_of_order';
  if (admittedOn && (admittedOn < birthDate || admittedOn.slice(0, 7) > serviceMonth))
    return 'dates_out_of_order';
  return days > daysOf(serviceMonth) ? 'days_beyond_month' : undefined;
}

function daysOf(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}
