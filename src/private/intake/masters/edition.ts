import { dateOfDay, parseDate } from '../dates.ts';

/** Year before the first of an era (元号), by its letter and its name. */
const eras: Readonly<Record<string, number>> = { R: 2018, 令和: 2018, H: 1988, 平成: 1988 };

/** Day number of 1970-01-01 in Excel. */
const excelEpoch = 25_569;

/** The date an edition holds from, as its file name says: `b_20240601.txt`, `y_ALL20240321.csv`, `tp20250814-01_01.xlsx`. */
export function editionOf(fileName: string): string | undefined {
  const digits = /(?<!\d)(20\d{6})(?!\d)/.exec(fileName)?.[1];
  return digits === undefined ? undefined : parseDate(digits);
}

/**
 * The first date a text holds, `YYYY-MM-DD`: 令和7年8月14日, R7.8.14, 2025年8月14日, 2025/8/14, 20250814, any width of
 * digit; or the day number of a date cell in Excel (45883), where nothing else stands.
 */
export function dateIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/元年/, '1年');
  if (/^[45]\d{4}$/.test(plain)) return dateOfDay(Number(plain) - excelEpoch);
  const found =
    /(令和|平成|R|H)(\d{1,2})[年.](\d{1,2})[月.](\d{1,2})(?!\d)/i.exec(plain) ??
    /()(20\d{2})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/.exec(plain);
  if (!found) return editionOf(plain);
  const [, era = '', year = '', month = '', day = ''] = found;
  const full = Number(year) + (era === '' ? 0 : (eras[era.toUpperCase()] ?? 0));
  return parseDate(`${full}${month.padStart(2, '0')}${day.padStart(2, '0')}`);
}

/** The later of two dates, either of which may be missing. */
export function newestOf(a: string | undefined, b: unknown): string | undefined {
  return typeof b === 'string' && (a === undefined || b > a) ? b : a;
}
