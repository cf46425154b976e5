/** Days are whole numbers since 1970-01-01, months whole numbers since year 0: arithmetic without time zones. */
export type Day = number;
export type MonthIndex = number;

export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

const starts = new Map<MonthIndex, Day>();

/** First day of a month. */
export function monthStart(month: MonthIndex): Day {
  let day = starts.get(month);
  if (day === undefined) {
    day = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
    starts.set(month, day);
  }
  return day;
}

/** Last day of a month. */
export function monthEnd(month: MonthIndex): Day {
  return monthStart(month + 1) - 1;
}

export function monthOfDay(day: Day): MonthIndex {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `YYYYMMDD` */
export function compactDay(day: Day): string {
  const date = new Date(day * 86_400_000);
  return String(date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate());
}

/** `YYYY-MM-DD` */
export function isoDay(day: Day): string {
  const text = compactDay(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** Era form GYYMMDD (3 昭和, 4 平成, 5 令和), as older systems and date comments write it. */
export function eraDay(day: Day): string {
  const text = compactDay(day);
  const [era, base] = text >= '20190501' ? ['5', 2018] : text >= '19890108' ? ['4', 1988] : ['3', 1925];
  return `${era}${String(Number(text.slice(0, 4)) - Number(base)).padStart(2, '0')}${text.slice(4)}`;
}

/** `YYYYMM` */
export function compactMonth(month: MonthIndex): string {
  return String(Math.floor(month / 12) * 100 + (month % 12) + 1);
}

/** `YYYY-MM` */
export function isoMonth(month: MonthIndex): string {
  const text = compactMonth(month);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Fiscal year (年度) of a month. */
export function fiscalYearOf(month: MonthIndex): number {
  return Math.floor((month - 3) / 12);
}

/** The day on which a person legally completes `age` years: the day before the birthday (年齢計算ニ関スル法律). */
export function completesAge(birth: Day, age: number): Day {
  const date = new Date(birth * 86_400_000);
  return dayOf(date.getUTCFullYear() + age, date.getUTCMonth() + 1, date.getUTCDate()) - 1;
}

/** Whole years completed on a day. */
export function ageOn(birth: Day, day: Day): number {
  const born = new Date(birth * 86_400_000);
  const at = new Date(day * 86_400_000);
  const years = at.getUTCFullYear() - born.getUTCFullYear();
  return completesAge(birth, years) <= day ? years : years - 1;
}

/** Age at the end of a fiscal year (31 March). */
export function ageAtYearEnd(birth: Day, fiscalYear: number): number {
  return ageOn(birth, dayOf(fiscalYear + 1, 3, 31));
}

/** The same day some months later, or the month's last where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const next = dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
  return Math.min(dayOf(Math.floor(month / 12), (month % 12) + 1, date.getUTCDate()), next - 1);
}
