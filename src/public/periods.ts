import type { Language } from '#shared/text.ts';

/** The twelve months of a fiscal year (April to March) as `YYYY-MM`. */
export function monthsOfYear(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    return `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** Fiscal year a period lies in: `2025` → 2025, `2026-02` → 2025. */
export function yearOfPeriod(period: string): number {
  const year = Number(period.slice(0, 4));
  return period.length > 4 && Number(period.slice(5, 7)) < 4 ? year - 1 : year;
}

/** 「2025年度」, or `FY2025`. */
export function yearName(year: number, language: Language): string {
  return language === 'ja' ? `${year}年度` : `FY${year}`;
}

/** First mention: 「2025年度（令和7年度）」, `FY2025 (Apr 2025–Mar 2026)`. Era years start in 2019 (令和元年度). */
export function yearInFull(year: number, language: Language): string {
  if (language === 'en') return `FY${year} (Apr ${year}–Mar ${year + 1})`;
  return year < 2019 ? `${year}年度` : `${year}年度（令和${year === 2019 ? '元' : year - 2018}年度）`;
}

/** 「2025年4月」, or `2025-04`. */
export function monthName(month: string, language: Language): string {
  return language === 'ja' ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月` : month;
}

/** Axis label: 「4月」, or `Apr`. */
export function monthLabel(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  if (language === 'ja') return `${number}月`;
  return (
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][number - 1] ?? month
  );
}

/** A fiscal year or a month by its period code. */
export function periodName(period: string, language: Language): string {
  return period.length === 4 ? yearName(Number(period), language) : monthName(period, language);
}

/** 「2026年5月20日」, or the ISO date. */
export function dateName(date: string, language: Language): string {
  return language === 'ja' ? `${monthName(date, 'ja')}${Number(date.slice(8, 10))}日` : date;
}
