import { type Month, parseMonth } from '#shared/month.ts';

/** `YYYY-MM-DD` or `YYYYMMDD` (also with `/`) as `YYYY-MM-DD`; undefined where it is no day of the calendar. */
export function parseDate(text: string): string | undefined {
  const parts = /^(\d{4})([-/]?)(\d{2})\2(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const date = `${parts[1]}-${parts[3]}-${parts[4]}`;
  const days = dayNumber(date);
  return days !== undefined && dateOfDay(days) === date ? date : undefined;
}

/** `YYYY-MM` or `YYYYMM` (also with `/`) of our time as `YYYY-MM`; undefined where it is no month. */
export function monthOfText(text: string): Month | undefined {
  const parts = /^((?:19|20)\d{2})[-/]?(\d{2})$/.exec(text);
  return parts ? parseMonth(`${parts[1]}-${parts[2]}`) : undefined;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / 86_400_000;
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * First day of the month in which a person completes a year of age: a year is complete at the end of the day before
 * the birthday (年齢計算ニ関スル法律・民法第143条), so a person born on 1 April belongs to March.
 */
export function ageMonth(birthDate: string): string {
  const day = dayNumber(birthDate);
  if (day === undefined) throw new Error('a checked date was expected');
  return `${dateOfDay(day - 1).slice(0, 7)}-01`;
}
