/** A calendar month as `YYYY-MM`; sorts as text. */
export type Month = `${number}-${number}`;

/** Parses `YYYY-MM`; undefined when it is none. */
export function parseMonth(text: string): Month | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

/** The month that is `count` months after `month` (negative: before). */
export function addMonths(month: Month, count: number): Month {
  const index = monthIndex(month) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Months since year 0: the distance between two months is the difference of their indexes. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Fiscal year (年度, April to March) of a month. */
export function fiscalYear(month: Month): number {
  const year = Number(month.slice(0, 4));
  return Number(month.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The month of an instant in Japan, where every society lives. */
export function monthOf(instant: Date): Month {
  return dateOf(instant).slice(0, 7) as Month;
}

/** The date `YYYY-MM-DD` of an instant in Japan. */
export function dateOf(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** The day `count` days after `day` (`YYYY-MM-DD`; negative: before). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return known && addDays(text, 0) === text;
}
